import { createHash, randomBytes } from "node:crypto"
import { closeSync, openSync, readFileSync, truncateSync, writeSync } from "node:fs"

/** A customer that was created. */
export interface Created {
	readonly id: string
	readonly number: string
	/** Milliseconds since 1970, with a fraction, monotonic within one process. */
	readonly at: number
	/** Digests of the card tokens it used up. */
	readonly cards: readonly string[]
	/** What the answer and the listing say of it. */
	readonly body: object
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
	close(): void
}

/** Opens the customers of `file`, or of a new merchant that is forgotten when the process ends. */
export function openCustomers(file?: string): Customers {
	const lines = file === undefined ? [] : completeLines(file)
	const [identity = newIdentity(), ...customers] = lines.map((line) => JSON.parse(line)) as [Identity?, ...Created[]]
	let descriptor = file === undefined ? undefined : openSync(file, "a", 0o600)
	let closed = false
	const byId = new Map(customers.map((customer) => [customer.id, customer]))
	const used = new Set(customers.flatMap((customer) => customer.cards))
	const save = (record: object) => descriptor !== undefined && writeSync(descriptor, `${JSON.stringify(record)}\n`)
	if (lines.length === 0) save(identity)
	return {
		...identity,
		all: customers,
		find: (id) => byId.get(id),
		isUsed: (card) => used.has(card),
		add(customer) {
			if (closed) throw new Error("The sandbox is closed.")
			save(customer)
			customers.push(customer)
			byId.set(customer.id, customer)
			for (const card of customer.cards) used.add(card)
		},
		close() {
			if (descriptor !== undefined) closeSync(descriptor)
			descriptor = undefined
			closed = true
		},
	}
}

export function digestOf(token: string): string {
	return createHash("sha256").update(token).digest("base64url").slice(0, 22)
}

function newIdentity(): Identity {
	return { merchant: randomBytes(9).toString("base64url"), secret: randomBytes(24).toString("base64url") }
}

/** The lines of the file; one that was torn by a crash is cut off. */
function completeLines(file: string): string[] {
	let content: string
	try {
		content = readFileSync(file, "utf8")
	} catch (error) {
		if (error instanceof Error && "code" in error && error.code === "ENOENT") return []
		throw error
	}
	const complete = content.slice(0, content.lastIndexOf("\n") + 1)
	if (complete.length < content.length) truncateSync(file, Buffer.byteLength(complete))
	return complete.split("\n").slice(0, -1)
}
