import { Refusal } from "../customer/refusal.ts"
import { type Sentences, told } from "../customer/sentences.ts"
/** The log is damaged and good records stand behind the damage: it may be read, but not written. */
export class JournalDamaged extends Refusal {
	override readonly name = "JournalDamaged"
	constructor(
		readonly path: string,
		/** Bytes. */
		readonly offset: number,
		/** From 1. */
		readonly line: number,
		readonly reason: string,
		/** What leads on, as a sentence. */
		wayOut: Sentences = "",
	) {
		super(
			told`${path} is damaged in line ${line}, at byte ${offset}: ${reason}. It is kept as it is and only read.${wayOut && told` ${wayOut}`}`,
		)
	}

	/** The same damage, with what leads on from it. */
	withWayOut(wayOut: Sentences): JournalDamaged {
		return new JournalDamaged(this.path, this.offset, this.line, this.reason, wayOut)
	}
}
