import type { Field } from "../fields.ts"
import { fold } from "../headers/words.ts"
import { type AsideShape, asideShape, partOf } from "../name-asides.ts"
import { raisedParts } from "../raised-asides.ts"
import { isOfEmail } from "../small-asides.ts"
import { byPlace, joinByPlace } from "./by-place.ts"

/** How many names of a column there are, and how many have each shape. Plain JSON; counts of parts of a file add up. */
export type AsideFacts = Readonly<Record<AsideShape | "names", number>>

/** By the place of the column. */
export type AsideFactsByColumn = Readonly<Record<number, AsideFacts>>

/** The shapes that are remarks in a column, since hardly any other name has them. */
export type RareAsides = Readonly<Record<number, readonly AsideShape[]>>

/** Words that make the name of a person in a column of this field, none in one of companies; nothing where it has no whole names. */
export function leastWords(field: Field | undefined): 0 | 1 | 2 | undefined {
	return field === "name" ? 2 : field === "lastName" || field === "firstName" ? 1 : field === "company" ? 0 : undefined
}

/** Counts the names of some columns of a part of a file. */
export class AsideTally {
	readonly #columns: Record<AsideShape | "names", number>[] = []

	add(index: number, name: string, least: 0 | 1 | 2): void {
		let counts = this.#columns[index]
		if (counts === undefined) {
			counts = {
				names: 0,
				raised: 0,
				shouted: 0,
				capitals: 0,
				phrase: 0,
				loud: 0,
				apart: 0,
				nickname: 0,
				small: 0,
				worded: 0,
			}
			this.#columns[index] = counts
		}
		counts.names++
		const shape = asideShape(name, least)
		if (shape !== undefined) counts[shape]++
	}

	facts(): AsideFactsByColumn {
		return byPlace(this.#columns, (counts) => ({ ...counts }))
	}
}

export function joinAsideFacts(one: AsideFactsByColumn, other: AsideFactsByColumn): AsideFactsByColumn {
	return joinByPlace(one, other, joined)
}

function joined(one: AsideFacts, other: AsideFacts): AsideFacts {
	return {
		names: one.names + other.names,
		raised: one.raised + other.raised,
		shouted: one.shouted + other.shouted,
		capitals: one.capitals + other.capitals,
		phrase: one.phrase + other.phrase,
		loud: one.loud + other.loud,
		apart: one.apart + other.apart,
		nickname: one.nickname + other.nickname,
		small: one.small + other.small,
		worded: one.worded + other.worded,
	}
}

export function rareAsides(columns: AsideFactsByColumn): RareAsides {
	return Object.fromEntries(
		Object.entries(columns).flatMap(([place, facts]) => {
			const shapes = remarks.filter((shape) => facts[shape] > 0 && isRare(shape, facts))
			return shapes.length > 0 ? [[Number(place), shapes] as const] : []
		}),
	)
}

/** Those of the shapes that a remark may have. */
const remarks = ["raised", "shouted", "phrase", "apart", "small"] as const

/** Where others write last names in capitals, set something apart, or end in small letters, that is how the names of the file are. */
function isRare(shape: (typeof remarks)[number], facts: AsideFacts): boolean {
	const { names, raised, shouted, capitals, phrase, loud, apart, nickname, small, worded } = facts
	if (shape === "raised") return raised <= Math.max(1, names / 2)
	if (shape === "apart") return apart + nickname <= Math.max(1, names / 10)
	if (shape === "small") return small + worded <= Math.max(1, names / 4)
	if (shape === "phrase") return phrase + loud <= Math.max(1, names / 10)
	return shouted * 2 <= names && (capitals === 0 || capitals * 20 <= names)
}

/** Whether a name has a shape that is rare in its column, and no place that its row names as well. */
export function isRareAside(
	name: string,
	least: 0 | 1 | 2,
	rare: readonly AsideShape[],
	cells: readonly string[],
): boolean {
	const shape = asideShape(name, least)
	if (shape === undefined || !rare.includes(shape)) return false
	if (shape === "small" && isOfEmail(name, cells)) return false
	const parts = shape === "raised" ? raisedParts(name) : shape === "apart" ? [partOf(name) ?? ""] : []
	return parts.length === 0 || !parts.every((part) => cells.some((cell) => fold(cell.trim()) === fold(part)))
}
