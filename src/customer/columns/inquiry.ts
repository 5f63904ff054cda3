import type { Carried } from "./draft-decision.ts"
import { type Mapping, merged, noAnswers } from "./mapping.ts"
import { answered, type Question, type Saying } from "./question.ts"

/** A question that was asked about a file, and what a person chose. */
export interface Asked {
	readonly question: Question
	/** Ids of answers; nothing while it is open. */
	readonly chosen?: readonly string[]
}

/** What a person is asked about a file and says of it, in any order and over again. The later word goes before. */
export class Inquiry {
	/** In the order in which it was said, each by the question that it answers. */
	#said: readonly { readonly question?: string; readonly mapping: Partial<Mapping> }[]
	readonly #asked = new Map<string, Asked>()

	/**
	 * @param base what was answered before, for a file with the same columns or in a mapping file
	 * @param carried what of it goes back to another import
	 */
	constructor(
		base: Mapping = noAnswers,
		public carried?: Carried,
	) {
		this.#said = [{ mapping: base }]
	}

	/** Everything that a person said. */
	get answers(): Mapping {
		return this.#said.reduce((sum, { mapping }) => merged(sum, mapping), noAnswers)
	}

	/** In the order in which they were asked, without those whose answer something that was said later goes before. */
	get asked(): readonly Asked[] {
		const { answers } = this
		return [...this.#asked.values()].filter(
			({ question, chosen }) => chosen === undefined || isSame(answered(answers, question, chosen), answers),
		)
	}

	get open(): boolean {
		return this.asked.some(({ chosen }) => chosen === undefined)
	}

	/** The questions that are open now: others that were not answered are no longer asked. */
	ask(questions: readonly Question[]): void {
		for (const [id, { chosen }] of this.#asked)
			if (chosen === undefined && !questions.some((question) => question.id === id)) this.#asked.delete(id)
		for (const question of questions) this.#asked.set(question.id, { question })
	}

	/** An answer, or another one than before. An answer that a question does not have counts as none. */
	answer(id: string, chosen: readonly string[]): void {
		const asked = this.#asked.get(id)
		if (asked === undefined) return
		const { question } = asked
		const known = chosen.filter((one) => question.answers.some((answer) => answer.id === one))
		const isAnswer = question.several ? known.length === chosen.length : known.length === 1
		const others = this.#said.filter((one) => one.question !== id)
		const more = { question: id, mapping: answered(noAnswers, question, known) }
		this.#said = isAnswer ? [...others, more] : others
		this.#asked.set(id, isAnswer ? { question, chosen: known } : { question })
	}

	say({ constants = {}, ...said }: Saying): void {
		const given = Object.entries(constants).filter(([, value]) => value !== null)
		this.#said = [
			...this.#said.map((one) => ({ ...one, mapping: without(one.mapping, constants) })),
			{ mapping: { ...said, constants: Object.fromEntries(given) } },
		]
	}

	/** Begins anew, with another base or with nothing. */
	forget(base: Mapping = noAnswers, carried?: Carried): void {
		this.carried = carried
		this.#said = [{ mapping: base }]
		this.#asked.clear()
	}
}

/** Constants that are said anew replace those of before. */
function without(
	{ constants = {}, ...rest }: Partial<Mapping>,
	said: NonNullable<Saying["constants"]>,
): Partial<Mapping> {
	const kept = Object.entries(constants).filter(([field]) => !Object.hasOwn(said, field))
	return { ...rest, constants: Object.fromEntries(kept) }
}

/** Merging keeps the order of keys. */
function isSame(a: Mapping, b: Mapping): boolean {
	return JSON.stringify(a) === JSON.stringify(b)
}
