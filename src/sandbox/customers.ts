import { createHash, randomBytes } from "node:crypto"
import { closeSync, ftruncateSync, writeSync } from "node:fs"
import { NotOpened } from "../disk/not-opened.ts"
import { openFileSync } from "../disk/open.ts"
import { readOpened } from "../disk/read.ts"

/** A customer that was created. */
export interface Created {
	readonly id: string
	readonly number: string
	/** Milliseconds since 1970, with a fraction, monotonic within one process. */
	readonly at: number
	/** Digests of the card tokens it used up. */
	readonly cards: readonly string[]
	/** What the answer and the listing say of it. */
	readonly body: { readonly method: readonly object[]; readonly [field: string]: unknown }
}

/** A card that was added to a customer who exists; `card` is the digest of its token. */
export interface AddedCard {
	readonly to: string
	readonly card: string
	readonly method: object
}

interface Identity {
	readonly merchant: string
	readonly secret: string
}

/** The customers of one merchant, kept in memory and, where a file is given, on disk. */
export interface Customers {
	readonly merchant: string
	/** Signs this merchant's keys. */
	readonly secret: string
	/** In the order of their creation. Numbers may repeat: the service does not promise that they cannot. */
	readonly all: readonly Created[]
	find(id: string): Created | undefined
	isUsed(card: string): boolean
	/** Written to the file before it returns, so that it outlives a killed process. */
	add(customer: Created): void
	/** Adds a card to a customer, in the same way. */
	addCard(card: AddedCard): void
	close(): void
}

/** Opens the customers of `file`, or of a new merchant that is forgotten when the process ends. */
export function openCustomers(file?: string): Customers {
	let descriptor = file === undefined ? undefined : openOwn(file)
	const lines = descriptor === undefined ? [] : completeLines(descriptor)
	const [identity = newIdentity(), ...records] = read(lines, file)
	const customers: Created[] = []
	let closed = false
	const places = new Map<string, number>()
	const used = new Set<string>()
	const apply = (record: Created | AddedCard) => {
		if ("to" in record) {
			const place = places.get(record.to) ?? -1
			const customer = customers[place]
			used.add(record.card)
			if (customer) customers[place] = withCard(customer, record)
			return
		}
		places.set(record.id, customers.length)
		customers.push(record)
		for (const card of record.cards) used.add(card)
	}
	for (const record of records) apply(record)
	const write = (record: Created | AddedCard) => {
		if (closed) throw new Error("The sandbox is closed.")
		save(record)
		apply(record)
	}
	const save = (record: object) => descriptor !== undefined && writeSync(descriptor, `${JSON.stringify(record)}\n`)
	if (lines.length === 0) save(identity)
	return {
		...identity,
		all: customers,
		find: (id) => customers[places.get(id) ?? -1],
		isUsed: (card) => used.has(card),
		add: write,
		addCard: write,
		close() {
			if (descriptor !== undefined) closeSync(descriptor)
			descriptor = undefined
			closed = true
		},
	}
}

function withCard(customer: Created, { card, method }: AddedCard): Created {
	const { body, cards } = customer
	return { ...customer, cards: [...cards, card], body: { ...body, method: [...body.method, method] } }
}

export function digestOf(token: string): string {
	return createHash("sha256").update(token).digest("base64url").slice(0, 22)
}

function newIdentity(): Identity {
	return { merchant: randomBytes(9).toString("base64url"), secret: randomBytes(24).toString("base64url") }
}

/** The state of a sandbox that cannot be used. */
export class UnusableState extends Error {
	override readonly name = "UnusableState"
}

/** Made where there is none. */
function openOwn(file: string): number {
	try {
		return openFileSync(file, "append")
	} catch (error) {
		throw error instanceof NotOpened ? new UnusableState(error.message) : error
	}
}

function read(lines: readonly string[], file = ""): [Identity?, ...(Created | AddedCard)[]] {
	try {
		return lines.map((line) => JSON.parse(line)) as [Identity?, ...(Created | AddedCard)[]]
	} catch {
		throw new UnusableState(
			`${file} is damaged, or not of a sandbox. Take it away: the sandbox begins anew, without customers.`,
		)
	}
}

/** The lines of the file; one that was torn by a crash is cut off. */
function completeLines(descriptor: number): string[] {
	const content = readOpened(descriptor).toString("utf8")
	const complete = content.slice(0, content.lastIndexOf("\n") + 1)
	if (complete.length < content.length) ftruncateSync(descriptor, Buffer.byteLength(complete))
	return complete.split("\n").slice(0, -1)
}
