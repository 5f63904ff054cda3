import { addresses } from "../addresses.ts"
import { type Field, fields } from "../fields.ts"
import type { DraftDecision } from "./draft-decision.ts"

/** A column of an address. */
interface Item {
	readonly index: number
	/** What of an address it holds, whosever it is. */
	readonly parts: readonly string[]
	/** A further line, or the number of a house, which goes on with a street. */
	readonly isFurther: boolean
}

/** What `Postnr` beside `Leveransadress` is, where another one stands beside `Adress`: of the address of its street. */
export function placeParts(draft: DraftDecision): void {
	const items = itemsOf(draft, addresses)
	const runs = runsOf(items)
	if (runs === undefined) return
	for (const run of runs) {
		const own = addresses.filter(({ parts }) => run.some(({ index }) => draft.fills(index, ...streetsIn(parts))))
		const [address, another] = own
		const [primary] = addresses
		if (address === undefined || another !== undefined || address === primary || primary === undefined) continue
		for (const { index } of run)
			for (const [at, part] of [primary.country, ...primary.parts].entries()) {
				const isRepeated = runs.some((other) => other !== run && other.some((item) => draft.fills(item.index, part)))
				const placed = [address.country, ...address.parts][at]
				if (placed === undefined || !isRepeated || !draft.fills(index, part) || !draft.is(index, "name")) continue
				if (!draft.isFilled(placed)) draft.send(index, placed, `beside the ${fields[address.country].group}`)
			}
	}
}

/** An address is one thing: where a file has two for the same fields, their parts are not mixed. */
export function groupAddresses(draft: DraftDecision): void {
	if (draft.columns.answers.addresses !== undefined) return
	for (const address of addresses) {
		const items = itemsOf(draft, [address])
		const repeated = address.parts.filter((part) => wholesOf(items, partOf(part)).length > 1)
		const streets = wholesOf(items, "street")
		const isSaid = streets.length > 0 && streets.every(({ index }) => draft.is(index, "person"))
		if (repeated.length < 2 || isSaid) continue
		// Where there is one country, it is that of all.
		const isShared = wholesOf(items, "country").length === 1
		const own = isShared ? items.filter(({ parts }) => !parts.includes("country")) : items
		const groups = runsOf(own) ?? inTurn(own)
		if (groups !== undefined) draft.group(groups.map((group) => group.map(({ index }) => index)))
	}
}

function itemsOf(draft: DraftDecision, of: typeof addresses): readonly Item[] {
	const all = of.flatMap(({ country, parts }) => [country, ...parts])
	const found = draft.columns.names.flatMap((_, index) => {
		const held = all.filter((field) => draft.fills(index, field))
		return held.length === 0 || draft.evidence(index).filled === 0 ? [] : [{ index, held }]
	})
	// `Zip 2` makes `Address 2` another address, and no second line.
	const counters = found.flatMap(({ index, held }) =>
		held.some((field) => partOf(field) !== "street") ? (draft.columns.readings[index]?.counter ?? []) : [],
	)
	return found.map(({ index, held }) => {
		const counter = draft.columns.readings[index]?.counter
		const isNumbered = counter !== undefined && counters.includes(counter)
		return { index, parts: held.map(partOf), isFurther: draft.isPart(index) && !draft.isTwin(index) && !isNumbered }
	})
}

function partOf(field: Field): string {
	const { path } = fields[field]
	return path.slice(path.lastIndexOf(".") + 1).replace("countryCode", "country")
}

function streetsIn(parts: readonly Field[]): readonly Field[] {
	return parts.filter((part) => partOf(part) === "street")
}

function wholesOf(items: readonly Item[], part: string): readonly Item[] {
	return items.filter(({ parts, isFurther }) => parts.includes(part) && !isFurther)
}

/** Columns that follow each other until a part comes again; undefined where that does not tell addresses apart. */
function runsOf(items: readonly Item[]): readonly (readonly Item[])[] | undefined {
	const runs: Item[][] = []
	let last: Item | undefined
	for (const item of items.filter(({ isFurther }) => !isFurther)) {
		const current = runs.at(-1)
		const comesAgain = current?.some(({ parts }) => parts.some((part) => item.parts.includes(part))) === true
		// `Ort;Postort` are the same part twice, and no other address.
		const isSame = last?.parts.some((part) => item.parts.includes(part)) === true
		if (current === undefined || (comesAgain && !isSame)) runs.push([item])
		else current.push(item)
		last = item
	}
	const counts = runs.map((run) => (part: string) => wholesOf(run, part).length)
	const parts = [...new Set(items.flatMap((item) => item.parts))]
	const isMixed = parts.some(
		(part) => counts.some((count) => count(part) > 1) && counts.some((count) => count(part) === 0),
	)
	const isThin = runs.some((run) => new Set(run.flatMap((item) => item.parts)).size < 2)
	return runs.length < 2 || isMixed || isThin ? undefined : withFurther(runs, items)
}

/** The first of each part, and the second of each: `Adress;Ny adress;Postnr;Nytt postnr`. */
function inTurn(items: readonly Item[]): readonly (readonly Item[])[] | undefined {
	const parts = [...new Set(items.flatMap((item) => item.parts))]
	const wholes = parts.map((part) => wholesOf(items, part))
	const most = Math.max(...wholes.map(({ length }) => length))
	if (wholes.some(({ length }) => length !== most && length > 1)) return undefined
	const groups = Array.from({ length: most }, (_, at) => [
		...new Set(wholes.flatMap((each) => (each.length === most ? (each[at] ?? []) : []))),
	])
	const single = wholes.filter(({ length }) => length === 1 && most > 1).flat()
	for (const item of single) nearest(groups, item)?.push(item)
	return withFurther(groups, items)
}

function withFurther(groups: readonly Item[][], items: readonly Item[]): readonly (readonly Item[])[] {
	const streets = groups.map((group) => wholesOf(group, "street"))
	for (const item of items.filter(({ isFurther }) => isFurther)) {
		const group = nearest(streets, item)
		const at = group === undefined ? -1 : streets.indexOf(group)
		groups[at]?.push(item)
	}
	return groups
}

/** The group with the column that stands the nearest, the earlier one of two. */
function nearest<Group extends readonly Item[]>(groups: readonly Group[], { index }: Item): Group | undefined {
	const distance = (group: Group) => Math.min(...group.map((other) => Math.abs(other.index - index)))
	return [...groups].filter(({ length }) => length > 0).sort((a, b) => distance(a) - distance(b))[0]
}
