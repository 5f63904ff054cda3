import type { Outcome } from "../contract/outcome.ts"
import type { RunState } from "../contract/state.ts"
import type { Ledger } from "../journal/ledger.ts"
import { tokenHasher } from "../journal/token-hash.ts"
import type { Say } from "../report/follow-up-file.ts"
import { numberedLaterNotes } from "../report/numbered-later.ts"
import { writeRunFiles } from "../report/run-files.ts"
import type { RunFacts, Summary } from "../report/summary.ts"
import { cardOfToken, sentAs } from "../run/file-cards.ts"
import { knownCards } from "../run/known-cards.ts"
import type { UnsentRow } from "../run/known-row.ts"
import type { CheckedFile } from "./check/checked-file.ts"
import { leftOutLater } from "./left-out-later.ts"
import { numberedLater } from "./numbered-later.ts"
import type { RunHeader } from "./run-journal.ts"
import { tool } from "./tool.ts"

export interface RunToWrite {
	/** The run folder. */
	readonly folder: string
	readonly checked: CheckedFile
	readonly header: RunHeader
	readonly state: RunState
	readonly ledger: Ledger
	/** How a row ends that is not sent, where more is known of it. */
	known(row: UnsentRow): Outcome | undefined
	/** `results.csv` has the file's own columns before its own. */
	readonly full: boolean
	/** The files for people as Excel workbooks too. */
	readonly xlsx: boolean
	/** How what people are told in its files is said where they work; without it, to who has the command line. */
	readonly say?: Say | undefined
	/** What the last session was. */
	readonly session: Pick<RunFacts, "settings" | "stop" | "ended" | "throughput" | "warnings">
}

/** Writes the files of a run, from its journal, its file and the ledger. Rejects with `ReportFailed`. */
export async function writeRun({
	folder,
	checked,
	header,
	state,
	ledger,
	session,
	...run
}: RunToWrite): Promise<Summary> {
	const laterRuns = ledger.laterThan(header.run)
	const leftOut = await leftOutLater(header.run, laterRuns)
	const notes = numberedLaterNotes(await numberedLater(laterRuns, state.isMapped))
	const hash = tokenHasher(header.environment.merchant)
	const { byToken } = state.cards
	const { full, xlsx, known, say } = run
	return writeRunFiles({
		folder,
		rows: checked.allRows(),
		layout: checked.layout,
		mapping: checked.mapping,
		state,
		known: ({ row, number, changed, origin }) =>
			known({
				row,
				...(number === undefined ? {} : { number }),
				...(changed ? { changed } : {}),
				...(origin === undefined ? {} : { origins: [origin] }),
			}) ?? leftOut(row),
		cardOf: (token) => (byToken.size === 0 ? undefined : byToken.get(hash(token))),
		cardOfToken: (token) => cardOfToken({ ledger, hashToken: hash }, token),
		saidThere: (number, token) => {
			const elsewhere = ledger.saidThere(hash(token))
			const own = byToken.get(hash(token))?.number === number ? state.cards.saidThere(hash(token)) : []
			return [...(elsewhere?.number === number ? elsewhere.cards : []), ...own]
		},
		sentFor: (token) => ledger.sentFor(hash(token)),
		elsewhere: (number, token) => ledger.cardInDoubt(number, hash(token)),
		absentFor: (number, token) => ledger.absentFor(number, hash(token)),
		lackingFor: (number, token) => ledger.lackingFor(number, hash(token)),
		sentSince: (number, tokens, token) => {
			if (ledger.sentSince(number).length === 0) return []
			const own = new Map(tokens.map((one) => [hash(one), one]))
			const since = ledger.sentSince(number, token === undefined ? undefined : hash(token))
			// Where nobody knows beside which it was sent, one of the file's own is in the place of no other.
			return since.flatMap((later) => {
				const one = own.get(later.token)
				if (one === undefined) return [later]
				return token !== undefined && later.beside ? [{ ...later, own: one }] : []
			})
		},
		knownCards: (number, id) => knownCards({ state, ledger }, number, id),
		numberedLater: (number) => notes.get(number),
		sentAs: (number, token) => sentAs({ state, ledger }, number, hash(token)),
		isRefused: (token) => ledger.isRefused(hash(token)),
		isAdded: (number, token) => ledger.addedTo(number).includes(hash(token)),
		isBare: (number) => {
			const entry = ledger.lookup(number)
			return entry?.state === "exists" && entry.isBare === true && ledger.addedTo(number).length === 0
		},
		refusedFor: (token) => ledger.refusedFor(hash(token)),
		full,
		xlsx,
		say,
		tokenColumns: new Set(checked.evidence.columns.flatMap(({ tokens }, index) => (tokens > 0 ? [index] : []))),
		facts: {
			tool,
			run: header.run,
			source: header.source,
			environment: header.environment,
			rows: checked.rows,
			cards: checked.cards,
			findings: checked.summary.map(({ code, severity, count }) => ({ code, severity, count })),
			started: header.at,
			...session,
		},
	})
}
