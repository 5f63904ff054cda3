import type { Exists } from "../contract/expected.ts"
import { lacksWordOfCards, listedNumber, type Mapped } from "../contract/outcome.ts"
import type { Found, Listed } from "../contract/ports.ts"
import { type Reader, repeating } from "./listing.ts"
import { Reads } from "./reads.ts"

/**
 * A listing need not say which cards a customer has. Of those whose creation was not answered, or without a word of cards, and so nobody
 * knows whether theirs are there, or some are missing, each is read by its identifier, and what that says of cards is put into the listing. Who cannot
 * be read stays open.
 * @param isLacking of whose cards another run does not know either
 */
export async function readCards(
	reader: Reader,
	exist: Iterable<Pick<Exists, "number" | "outcome" | "cards">>,
	customers: Map<string, Listed[]>,
	isLacking: (number: string) => boolean = () => false,
): Promise<void> {
	const read = repeating(reader)
	const reads = new Reads()
	for (const { number, outcome, cards } of exist) {
		if (!isToRead(outcome, cards?.count) && !(outcome.kind === "existing" && isLacking(number))) continue
		const under = listedNumber(number, outcome)
		const found = customers.get(under) ?? []
		const place = found.findIndex(({ id }) => id === outcome.id)
		const listed = found[place]
		if (listed === undefined || listed.cards !== undefined) continue
		const asked = () => reader.api.read(outcome.id, under, { number: under, method: [] })
		const one = await read<Readable>(asked, reads.tries)
		if (one.kind === "stopped" || one.kind === "forbidden") return
		if (one.kind === "failed") reads.failed()
		else reads.succeeded()
		if (reads.isHopeless || (one.kind === "failed" && one.isGeneral)) return
		if (one.kind !== "customer" || one.others.includes("id") || one.cards === undefined) continue
		customers.set(under, found.with(place, { ...listed, cards: one.cards }))
	}
}

type Readable = Extract<Found, { readonly kind: "customer" | "missing" }>

/** Whether it is to be read which cards a customer has, where its listing does not say so. @param sent cards that it should have */
export function isToRead(outcome: Mapped, sent: number | undefined): boolean {
	const isUnsure = outcome.kind === "adopted" || lacksWordOfCards(outcome) || outcome.cards !== undefined
	return isUnsure && sent !== undefined && (outcome.cards?.length ?? 0) < sent
}
