import { merchantsIn } from "../journal/ledger.ts"
import { type LedgerReading, readLedger } from "../journal/read-ledger.ts"
import { tokenHasher } from "../journal/token-hash.ts"
import { isOfSandbox } from "../report/import-run.ts"
import type { CheckedFile } from "./check/checked-file.ts"
import { summaryIn } from "./unfinished.ts"

/** An import of this computer that sent card tokens of a file to another merchant. */
export interface SentElsewhere {
	readonly run: string
	/** The name of its file, which need not be this one: the tokens of both are the same. */
	readonly file: string
	/** As its key calls it. */
	readonly merchant: string
	/** When it was begun or gone on with last, ISO 8601. */
	readonly at: string
}

/** Customers whose cards are looked for: a file of another merchant has all of its cards there. */
const mostLooked = 500

/**
 * Whether card tokens of a file were sent to another merchant: a token can be used once, and so the merchant is probably the wrong one. A
 * rehearsal sends nothing. The same merchant at another address, as its tests are, is no other; whom its key does not name may be. Ledgers that
 * cannot be read say nothing.
 * @param merchant to whom they are to be sent now, as ledgers are named by it
 * @param named the same, as its key calls it
 */
export async function sentElsewhere(
	home: string,
	merchant: string,
	named: string | undefined,
	checked: Pick<CheckedFile, "entries">,
): Promise<SentElsewhere | undefined> {
	if (named === undefined) return undefined
	const others = (await merchantsIn(home)).filter((one) => one !== merchant)
	if (others.length === 0) return undefined
	const tokens = await firstTokens(checked)
	for (const other of others) {
		const ledger = await readLedger(home, other).catch(() => undefined)
		const number = ledger && sentNumber(ledger, tokens, tokenHasher(other))
		const run = number === undefined ? undefined : ledger?.runOf(number)
		if (run === undefined || isOfSandbox(run.run)) continue
		const { environment, source } = (await summaryIn(run.folder)) ?? {}
		const merchantName = environment?.merchantName
		if (source && merchantName !== undefined && merchantName !== named)
			return { run: run.run, at: run.at, file: source.name, merchant: merchantName }
	}
	return undefined
}

/** The customer number that one of these tokens was sent for; nothing where none was. */
function sentNumber(
	ledger: Pick<LedgerReading, "sentFor">,
	tokens: readonly string[],
	hash: (token: string) => string,
) {
	for (const token of tokens) {
		const number = ledger.sentFor(hash(token))
		if (number !== undefined) return number
	}
	return undefined
}

async function firstTokens({ entries }: Pick<CheckedFile, "entries">): Promise<readonly string[]> {
	const tokens: string[] = []
	for await (const batch of entries())
		for (const { creatable } of batch) {
			tokens.push(...creatable.method.map(({ card }) => card))
			if (tokens.length >= mostLooked) return tokens
		}
	return tokens
}
