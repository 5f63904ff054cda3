import { randomBytes } from "node:crypto"
import { mkdir, readdir, rm, stat } from "node:fs/promises"
import { basename, dirname, join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { Refusal } from "../customer/refusal.ts"
import { makeFile } from "../disk/make.ts"
import { readText } from "../disk/read.ts"
import { hasCode } from "./disk.ts"
import { isAlive, type Owner, self } from "./owner.ts"

export interface Lock {
	release(): Promise<void>
}

/** Who holds a lock. */
export interface Holder {
	readonly host: string
	readonly pid: number
	/** ISO 8601 UTC. */
	readonly since: string
	readonly purpose: string
	/** The claim: to be removed by hand when its process certainly does not run any more. */
	readonly file: string
}

export class Locked extends Refusal {
	override readonly name = "Locked"
	constructor(readonly holder: Holder) {
		super(describeHolder(holder))
	}
}

/** Who holds a lock and since when, and what to do should that process be gone: it may be one of another machine. */
export function describeHolder({ host, pid, since, purpose, file }: Holder): string {
	return (
		`In use since ${since} by process ${pid} on ${host} (${purpose}). ` +
		`Only when that process certainly does not run any more, delete ${file}.`
	)
}

/**
 * Becomes the only one to hold the lock `path`, of all runs and processes; its folder is made.
 * Rejects with `Locked` when another one does.
 *
 * Everyone who wants it first puts up a claim under a name of its own, and then looks who else has one. Of two, the later
 * one cannot but see the other, whatever the timing, so that never both go on; when both see each other, both withdraw and
 * try again. No claim is ever taken over: that of a dead process is removed, and its name never used again.
 */
export async function lock(path: string, purpose: string): Promise<Lock> {
	await mkdir(dirname(path), { recursive: true, mode: 0o700 })
	const own = await self()
	for (let attempt = 1; ; attempt++) {
		const claim = await putUp(path, own, purpose)
		try {
			const rival = await findRival(path, own, claim)
			if (!rival) return { release: () => rm(claim, { force: true }) }
			if (attempt === 8) throw new Locked(await describe(rival))
		} catch (error) {
			await rm(claim, { force: true })
			throw error
		}
		await rm(claim, { force: true })
		await sleep(Math.random() * 20 * attempt)
	}
}

/** As `lock`, but waits while another one holds it, having told who does. Rejects with the signal's reason once it aborts. */
export async function lockPatiently(
	path: string,
	purpose: string,
	onWait: (holder: Holder) => void,
	signal?: AbortSignal,
): Promise<Lock> {
	let told: string | undefined
	for (;;)
		try {
			signal?.throwIfAborted()
			return await lock(path, purpose)
		} catch (error) {
			if (!(error instanceof Locked)) throw error
			if (told !== error.holder.file) onWait(error.holder)
			told = error.holder.file
			await sleep(500, undefined, { signal }).catch(() => signal?.throwIfAborted())
		}
}

async function putUp(path: string, own: Owner, purpose: string): Promise<string> {
	const nonce = randomBytes(6).toString("hex")
	const claim = `${path}.lock.${own.host}.${own.pid}.${own.boot}-${own.space}-${own.start}.${nonce}`
	await makeFile(claim, purpose)
	return claim
}

interface Rival extends Owner {
	readonly file: string
}

async function findRival(path: string, own: Owner, claim: string): Promise<Rival | undefined> {
	const prefix = `${basename(path)}.lock.`
	for (const name of await readdir(dirname(path))) {
		const file = join(dirname(path), name)
		if (!name.startsWith(prefix) || file === claim) continue
		const rival = { ...parse(name.slice(prefix.length)), file }
		if (await isAlive(rival, own)) return rival
		await rm(file, { force: true })
	}
	return undefined
}

/** What is no claim of ours counts as one of an unknown machine. */
function parse(name: string): Owner {
	const match = /^(.+)\.(\d+)\.([^.-]*)-([^.-]*)-([^.-]*)\.[0-9a-f]+$/.exec(name)
	const [, host = "", pid = "0", boot = "", space = "", start = ""] = match ?? []
	return { host, pid: Number(pid), boot, space, start }
}

async function describe({ file, host, pid }: Rival): Promise<Holder> {
	const [purpose, since] = await Promise.all([
		readText(file).catch(() => undefined),
		stat(file).then(({ mtime }) => mtime.toISOString(), ignoreMissing),
	])
	return { host, pid, file, purpose: purpose || "unknown", since: since || "a moment ago" }
}

function ignoreMissing(error: unknown): undefined {
	if (!hasCode(error, "ENOENT")) throw error
}
