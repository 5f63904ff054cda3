import type { Doubt } from "../contract/number-state.ts"
import type { Entry, Listed } from "../contract/ports.ts"
import { nearKey } from "../customer/duplicates.ts"
import { type Knowledge, neverLearnt, spellingDoubt } from "./plan.ts"
import type { Session } from "./session.ts"

type Told = Pick<Doubt, "code" | "message" | "there">

/**
 * Who is in doubt may be at Intergiro under another number: in another spelling, or as its row was sent since. Before it is sent again it is
 * looked for under all of these, and what is found is a question for a person.
 */
export class Elsewhere {
	readonly #session: Session
	readonly #entries: readonly Entry[]
	/** The spellings of all numbers that they may have. */
	readonly #near = new Set<string>()

	private constructor(session: Session, entries: readonly Entry[]) {
		this.#session = session
		this.#entries = entries
		for (const entry of entries)
			for (const number of [entry.number, this.#known(entry).mended?.number ?? entry.number])
				this.#near.add(nearKey(number))
	}

	/** Of all who are in doubt: the file is read again, as hardly ever anybody is. */
	static async of(session: Session): Promise<Elsewhere> {
		const { world } = session
		const numbers = new Set(Array.from(world.state.doubts(), ([number]) => number))
		const entries: Entry[] = []
		if (numbers.size > 0)
			for await (const batch of world.entries((number) => numbers.has(number)))
				entries.push(...batch.filter(({ number }) => numbers.has(number)))
		return new Elsewhere(session, entries)
	}

	/** Whether a listed customer may be one of them. */
	concerns({ number }: Listed): boolean {
		return this.#near.has(nearKey(number))
	}

	/**
	 * Says of those who may be there under another number who that is.
	 * @param missing not listed under their own
	 * @returns the others of them
	 */
	async hold(missing: readonly string[], customers: ReadonlyMap<string, readonly Listed[]>): Promise<string[]> {
		const { existing, recorder, world } = this.#session
		existing.add(customers)
		const held = new Set<string>()
		const sought = new Set(missing)
		for (const entry of this.#entries) {
			const { number } = entry
			const doubt = world.state.get(number)
			if (!sought.has(number) || doubt?.kind !== "doubt") continue
			const known = this.#known(entry)
			const { ledger } = known
			// Whom the ledger has under both is no other one.
			const others = known.spellings.filter(({ id }) => ledger?.state !== "exists" || id !== ledger.id)
			const told: Told | undefined = spellingDoubt(others) ?? this.#sentAs(entry, known, customers)
			if (told === undefined) continue
			held.add(number)
			if (!isTold(doubt, told)) await recorder.outcome(number, doubt.row, { kind: "unknown", ...told })
		}
		return missing.filter((number) => !held.has(number))
	}

	#known(entry: Entry): Knowledge {
		return this.#session.existing.knowledgeOf(entry, this.#session.world)
	}

	/** Its row was sent under another number, which Intergiro has. */
	#sentAs(
		{ creatable }: Entry,
		{ mended }: Pick<Knowledge, "mended">,
		customers: ReadonlyMap<string, readonly Listed[]>,
	) {
		if (mended === undefined) return undefined
		const key = nearKey(mended.number)
		const there = [...customers.values()].flat().find(({ number }) => nearKey(number) === key)
		if (there === undefined) return undefined
		const isSame = there.isPerson?.(creatable) ?? false
		const { number, id } = there
		return {
			...neverLearnt(mended.ledger.run, mended.number),
			there: { number, id, ...(isSame ? { person: "same" as const } : {}) },
		}
	}
}

/** The doubt says so already, and nothing else. */
function isTold({ code, message, there, sought }: Doubt, told: Told): boolean {
	const isSame = code === told.code && message === told.message && there?.id === told.there?.id
	return isSame && there?.number === told.there?.number && sought === undefined
}
