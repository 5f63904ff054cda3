import type { Block } from "../../csv/block.ts"
import type { Parts } from "../../customer/headers/parts.ts"
import type { HeaderReading } from "../../customer/headers/read-header.ts"
import type { EvidenceKeeper, GatheredEvidence } from "./file-evidence.ts"
import type { BlockJudge, Reading } from "./reading.ts"
import { repeatedHashes } from "./repeated.ts"
import { type BlockTally, tallyOf } from "./tally.ts"

/** What a worker begins with. */
export interface Beginning {
	readonly reading: Reading
	/** What the names of the columns are made of, and what they may mean, so that no vocabulary has to be made again. */
	readonly parts: ReadonlyMap<string, Parts>
	readonly readings: readonly HeaderReading[]
}

/** What the main thread asks of a worker. */
export type Demand =
	| { readonly kind: "block"; readonly block: Block }
	| { readonly kind: "repeated"; readonly hashes: Float64Array<ArrayBuffer> }
	/** Of all blocks that this worker has judged. */
	| { readonly kind: "evidence" }

export interface Replies {
	readonly block: BlockTally
	readonly repeated: Float64Array<ArrayBuffer>
	readonly evidence: GatheredEvidence
}

type Reply = { readonly [Kind in keyof Replies]: { readonly reply: Replies[Kind]; readonly transfer: ArrayBuffer[] } }

/** Answers with what to send back, and which buffers of it to hand over rather than copy. */
export function answer(demand: Demand, judge: BlockJudge, evidence: EvidenceKeeper): Reply[keyof Reply] {
	switch (demand.kind) {
		case "block": {
			const reply = tallyOf(demand.block, judge, evidence.columns)
			const parts = [reply.numbers, reply.tokens, ...reply.codes.map(({ positions }) => positions)]
			if (reply.tokenRows) parts.push(reply.tokenRows)
			return { reply, transfer: parts.map(({ buffer }) => buffer) }
		}
		case "repeated": {
			const reply = repeatedHashes(demand.hashes)
			return { reply, transfer: [reply.buffer] }
		}
		case "evidence":
			return { reply: evidence.result, transfer: [] }
	}
}
