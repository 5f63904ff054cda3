import type { SourceIdentity } from "../../contract/record.ts"
import type { WholeEvidence } from "./file-evidence.ts"
import type { HashList } from "./repeated.ts"
import type { RowIndex } from "./row-index.ts"
import type { Summary } from "./summary.ts"

/** What the judgement of every row by itself came to. */
export interface Judged {
	readonly source: SourceIdentity
	readonly index: RowIndex
	readonly summary: Summary
	/** Of the customer numbers and of the card tokens. */
	readonly numbers: HashList
	readonly tokens: HashList
	readonly evidence: WholeEvidence
}
