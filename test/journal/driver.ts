/** A program of its own for tests that need a real process: one that dies, races or meets errors of the disk. */
import { writeSync } from "node:fs"
import { open, rm } from "node:fs/promises"
import { JournalFailed } from "../../src/contract/record.ts"
import { openJournal } from "../../src/journal/journal.ts"
import { Locked, lock } from "../../src/journal/lock.ts"

const [command, path = "", count = "0"] = process.argv.slice(2)
/** At once: nothing said is lost, whatever happens next. */
const say = (line: string) => writeSync(1, `${line}\n`)

switch (command) {
	case "write":
		await write()
		break
	case "hold":
		await lock(path, "import")
		say("held")
		setInterval(() => undefined, 1_000)
		break
	case "race":
		await race()
}

/** Appends to a run folder, each record once the one before is durable, and says so. */
async function write(): Promise<void> {
	try {
		const journal = await openJournal(path)
		let before = 0
		for await (const _ of journal.records) before++
		say(`found ${before}`)
		for (let at = before; at < Number(count); at++) {
			await journal.append({ type: "end", at: "2026-01-02T03:04:05.678Z", reason: `${at} `.padEnd(1_000, "x") })
			say(`durable ${at + 1}`)
		}
		await journal.close()
	} catch (error) {
		if (!(error instanceof JournalFailed)) throw error
		say(error.message)
		process.exitCode = 3
	}
}

/** Takes a lock many times; whoever has it finds no trace of another. */
async function race(): Promise<void> {
	for (let won = 0; won < Number(count); )
		try {
			const held = await lock(path, "import")
			const trace = `${path}.trace`
			await (await open(trace, "wx")).close()
			await rm(trace)
			await held.release()
			won++
		} catch (error) {
			if (!(error instanceof Locked)) throw error
		}
	say(`won ${count}`)
}
