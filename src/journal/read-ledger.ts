import type { LedgerAnswers, LedgerPort } from "../contract/ports.ts"
import { Book } from "./book.ts"
import { ledgerPath } from "./ledger.ts"
import { ledgerKind, type Registered } from "./ledger-records.ts"
import { readLog } from "./log.ts"

/** What a ledger answers. */
export interface LedgerReading extends LedgerAnswers, Pick<LedgerPort, "addedTo"> {
	/** Runs that were begun after one, or resumed for the first time, the oldest first. */
	laterThan(run: string): readonly Pick<Registered, "run" | "folder">[]
	/** The run that has a customer number; of one that none has any more, the last one that began. */
	runOf(number: string): Pick<Registered, "run" | "folder" | "at"> | undefined
}

/** Where there is no ledger. */
export const emptyReading: LedgerReading = readingOf(new Book())

/**
 * Reads what a ledger has of a merchant now, without holding it: to tell a person before a run begins, which opens it and decides. Rejects
 * with `ENOENT` where there is none, and with other failures of the disk, `JournalDamaged` or `NewerVersion`.
 */
export async function readLedger(home: string, merchant: string): Promise<LedgerReading> {
	const book = new Book()
	const damaged = (error: Error) => {
		throw error
	}
	for await (const record of readLog(ledgerPath(home, merchant), ledgerKind, damaged)) book.apply(record)
	return readingOf(book)
}

function readingOf(book: Book): LedgerReading {
	return {
		lookup: (number) => book.lookup(number),
		numberOf: (origin) => book.numberOf(origin),
		spellings: (number) => book.spellings(number),
		sentFor: (token) => book.sentFor(token),
		addedTo: (number) => book.addedTo(number),
		sentTo: (number) => book.sentTo(number),
		cardOf: (token) => book.cardOf(token),
		sighting: (number) => book.sightings.get(number),
		saidThere: (token) => book.saidThere(token),
		saidOf: (number) => book.saidOf(number),
		refusedFor: (token) => book.refusedFor(token),
		isRefused: (token) => book.isRefused(token),
		laterThan: (run) => book.laterThan(run),
		runOf: (number) => book.runs.get(book.lookup(number)?.run ?? "") ?? [...book.runs.values()].at(-1),
	}
}
