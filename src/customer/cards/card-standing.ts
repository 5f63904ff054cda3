import { cardClaimsOf } from "../claims.ts"
import { isPlaceholder } from "../clean-text.ts"
import { holdsToken } from "../columns/column-counter.ts"
import { indicesOf, type Mapping, usesOf } from "../columns/mapping.ts"
import { expiriesIn } from "./expiry.ts"
import { lastFoursIn } from "./last-four.ts"
import { cardComparison } from "./other-card.ts"
import { type Standing, standing } from "./slid-block.ts"
import type { TokenFacts } from "./token-facts.ts"
import { cardColumns, cardOf, saysOfCard } from "./token-reader.ts"

/** How a row and its cards stand to each other, and in what they agree, as a month or the last digits. */
export type CardStanding = (cells: readonly string[]) => { readonly how: Standing; readonly same?: string }

const silent = { how: standing.silent }
const bare = { how: standing.bare }
const missing = { how: standing.missing }
const differs = { how: standing.differs }

/** Prepares the comparison of the rows of one file; undefined where no column says which card a row has. */
export function cardStanding(
	columns: readonly string[],
	mapping: Mapping,
	facts: TokenFacts | undefined,
): CardStanding | undefined {
	const tokens = indicesOf(mapping, columns, "token")
	const unsent = (index: number) => (usesOf(mapping, columns[index] ?? "") ?? []).length === 0
	const spoken = cardColumns(columns, saysOfCard(unsent, facts), facts)
	const compare = cardComparison(spoken)
	if (compare === undefined || tokens.length === 0) return undefined
	const isCard = mapping.cards === "only-tokens" ? holdsToken : isSaid
	const dates = [...spoken.expiry, ...spoken.months]
	const speaks = (cells: readonly string[]) =>
		dates.some((index) => expiriesIn(cells[index] ?? "").length > 0) ||
		spoken.lastFour.some((index) => lastFoursIn(cells[index] ?? "").length > 0)
	return (cells) => {
		const cards = tokens.map((index) => {
			const cell = (cells[index] ?? "").trim()
			return isCard(cell) ? cardOf(cardClaimsOf(cell)) : undefined
		})
		if (cards.every((card) => card === undefined)) return speaks(cells) ? missing : bare
		const found = compare(cells, cards)
		if (found === undefined) return silent
		return typeof found === "object" ? differs : { how: standing.agrees, same: found }
	}
}

function isSaid(cell: string): boolean {
	return cell !== "" && !isPlaceholder(cell)
}
