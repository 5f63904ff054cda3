import type { Field } from "../fields.ts"
import { partsOf } from "../headers/parts.ts"
import type { DraftDecision } from "./draft-decision.ts"
import { hasName, type Side } from "./party-sides.ts"
import { genitive, type Pointer, pointsTo } from "./pointers.ts"

/**
 * The persons of one party, as `Parent 1` and `Parent 2` or `Mother` and `Father` are, each with a name: what is of one of them is never
 * sent with the name of another. What is of somebody without a name is of whoever may be meant: `Parent e-mail` of `Parent/Guardian`.
 * @returns one or none where the columns are all of one
 */
export function personsOf(draft: DraftDecision, side: Side, pointer?: Pointer): readonly Side[] {
	const persons = new Map<string, { readonly who: Person | undefined; readonly columns: Map<number, Field> }>()
	for (const [index, field] of side) {
		const name = draft.name(index)
		const said = pointer?.values.find(([value]) => pointsTo(value, name))
		const who = said === undefined ? personIn(name) : undefined
		const key = who === undefined ? `"${said?.[0]}"` : keyOf(who)
		const person = persons.get(key) ?? { who, columns: new Map<number, Field>() }
		persons.set(key, { who: person.who, columns: person.columns.set(index, field) })
	}
	const all = [...persons.values()]
	const [named, rest] = [true, false].map((has) => all.filter(({ columns }) => hasName(columns) === has)) as [
		typeof all,
		typeof all,
	]
	return named.map(({ who, columns }) => {
		const meant = rest.filter((one) => {
			const isMeant = (other: Person | undefined) =>
				one.who !== undefined && other !== undefined && mayBe(one.who, other)
			// `Guardian e-mail` beside `Mother` and `Father` is of either.
			const isOfEither = one.who !== undefined && one.who.counter === undefined
			return isMeant(who) || (isOfEither && !named.some((person) => isMeant(person.who)))
		})
		const taken = new Set(columns.values())
		const more = meant.flatMap((one) => [...one.columns].filter(([, field]) => !taken.has(field)))
		return new Map([...columns, ...more])
	})
}

/** What is of the same person as a column of a party, by the words for it. */
export function samePerson(draft: DraftDecision, side: Side, index: number): Side {
	return (
		personsOf(draft, side).find((person) => person.has(index)) ??
		new Map([...side].filter(([other]) => keyOf(personIn(draft.name(other))) === keyOf(personIn(draft.name(index)))))
	)
}

/** Whom a name is of: the words for a party in it, and their number. */
interface Person {
	readonly words: readonly string[]
	readonly counter: number | undefined
}

function personIn(name: string): Person {
	const { known, counter } = partsOf(name)
	const words = known.filter(({ concepts }) => concepts.includes("payer") || concepts.includes("served"))
	return { words: words.map(({ text }) => text), counter }
}

const keyOf = ({ words, counter }: Person) => `${words.join(" ")} ${counter ?? ""}`

/** Whether somebody is called by one of the words for another one, and is not counted as somebody else: `Mammas` of `Mamma`. */
function mayBe(one: Person, other: Person): boolean {
	const isCounted = one.counter !== undefined && one.counter !== other.counter
	return !isCounted && one.words.some((word) => other.words.some((another) => areOne(word, another)))
}

function areOne(one: string, other: string): boolean {
	const [short, long] = one.length < other.length ? [one, other] : [other, one]
	return long.startsWith(short) && genitive.test(long.slice(short.length))
}
