import type { Block } from "../../csv/block.ts"
import type { BlockJudge } from "./reading.ts"
import { repeatedHashes } from "./repeated.ts"
import { type BlockTally, tallyOf } from "./tally.ts"

/** What the main thread asks of a worker. */
export type Question =
	| { readonly kind: "block"; readonly block: Block }
	| { readonly kind: "repeated"; readonly hashes: Float64Array<ArrayBuffer> }

export interface Answers {
	readonly block: BlockTally
	readonly repeated: Float64Array<ArrayBuffer>
}

type Reply = { readonly [Kind in keyof Answers]: { readonly reply: Answers[Kind]; readonly transfer: ArrayBuffer[] } }

/** Answers with what to send back, and which buffers of it to hand over rather than copy. */
export function answer(question: Question, judge: BlockJudge): Reply[keyof Reply] {
	switch (question.kind) {
		case "block": {
			const reply = tallyOf(question.block, judge)
			const parts = [reply.numbers, reply.tokens, ...reply.codes.map(({ positions }) => positions)]
			if (reply.tokenRows) parts.push(reply.tokenRows)
			return { reply, transfer: parts.map(({ buffer }) => buffer) }
		}
		case "repeated": {
			const reply = repeatedHashes(question.hashes)
			return { reply, transfer: [reply.buffer] }
		}
	}
}
