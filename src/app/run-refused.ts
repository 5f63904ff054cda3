import { Refusal } from "../customer/refusal.ts"
import type { Sentences } from "../customer/sentences.ts"
/** Going on in a run folder could create customers twice: it belongs to another file, environment or way of reading. */
export class RunRefused extends Refusal {
	override readonly name = "RunRefused"
	constructor(
		readonly code: "other-file" | "other-environment" | "other-reading" | "mends-damaged" | "no-run" | "other-ledger",
		told: Sentences,
	) {
		super(told)
	}
}
