import { openOwnTarget, type Target } from "../src/app/target.ts"
import { claimedCard } from "../src/contract/cards.ts"
import type { StoredCard } from "../src/contract/outcome.ts"
import { wholeName } from "../src/contract/same-value.ts"
import { placeOf, type There } from "../src/contract/values.ts"
import type { Creatable } from "../src/customer/creatable.ts"
import type { Shown } from "../src/intergiro/customer.ts"
import type { Beside } from "../src/ipc/check.ts"
import type { TwoValues } from "../src/ipc/result.ts"
import { shownCard } from "../src/run/card-words.ts"
import { cardColumns, numberColumns, type SentSource, sentValues } from "./row-values.ts"

/** Why a key that reads nothing shows nothing. */
export const cannotRead =
	"The key of this environment cannot read customers: look at the customer at Intergiro, or enter the merchant's private key in the settings."

/** Who it is: shown whether it differs or not. */
const person = ["contact.name", "contact.email"]

interface Row {
	readonly creatable: Creatable
	/** How its file is read. */
	readonly source: SentSource
}

/**
 * What Intergiro has now of a customer, beside a row of the file. Rejects with `RunRefused`, or as opening a target does.
 * @param of the run: its folder and its merchant
 */
export async function besideThere(
	of: { readonly folder: string; readonly merchant: string; readonly target: Target },
	id: string,
	{ creatable, source }: Row,
): Promise<Beside> {
	const { api, close } = await openOwnTarget(of.target, of.folder, of.merchant)
	const shown = await api.show(id, creatable).finally(close)
	if (shown.kind !== "customer") return { kind: "unknown", message: whyNot(shown) }
	const { number, others, cards = [] } = shown
	const file = [
		{ path: "number", value: creatable.number, columns: numberColumns(source) },
		...sentValues(creatable, source),
	]
	const wanted = [...new Set([...person, ...others.filter((path) => !person.some((one) => isIn(path, one)))])]
	const values = wanted.flatMap((path): TwoValues[] => {
		const own = file.filter((one) => isIn(one.path, path))
		const value = own.map(({ value }) => value).join(" ")
		const there = path === "number" ? number : textAt(shown.values, placeOf(path))
		if (there === "" && value === "") return []
		return [
			{
				path,
				differs: others.some((one) => isIn(one, path)),
				...(there === "" ? {} : { there: { value: there } }),
				...(value === "" ? {} : { file: { value, columns: [...new Set(own.flatMap(({ columns = [] }) => columns))] } }),
			},
		]
	})
	return { kind: "values", values: [...values, ...cardsBeside(cards, creatable, source)] }
}

/** Whether a path is that of a value, or of a part of it. */
function isIn(path: string, whole: string): boolean {
	return path === whole || path.startsWith(`${whole}.`)
}

/** What a customer has there at a place, and its parts; empty where there is nothing. */
export function textAt(there: There, place: string): string {
	if (place === "contact.name") return wholeName(there[place])
	return Object.entries(there)
		.flatMap(([one, value]) => (isIn(one, place) && ["string", "number"].includes(typeof value) ? [String(value)] : []))
		.join(" ")
}

/** They say who it is as well; whether one of the file is there, nobody compares here. */
function cardsBeside(there: readonly StoredCard[], { method }: Creatable, source: SentSource): readonly TwoValues[] {
	const own = method.map(({ card }) => claimedCard(card))
	if (there.length + own.length === 0) return []
	const words = (cards: readonly StoredCard[]) => cards.map((card) => shownCard(card) || "1 card").join("; ")
	return [
		{
			path: "method",
			...(there.length > 0 ? { there: { value: words(there) } } : {}),
			...(own.length > 0 ? { file: { value: words(own), columns: cardColumns(source) } } : {}),
		},
	]
}

/** Why a customer cannot be shown, as a sentence. */
export function whyNot(shown: Exclude<Shown, { readonly kind: "customer" }>): string {
	if (shown.kind === "missing") return "Intergiro has no customer of this identifier now."
	return shown.kind === "forbidden" ? cannotRead : `What Intergiro has could not be read: ${shown.message}`
}
