import type { SaidOwner } from "./owner.ts"
import type { OwnerColumn } from "./owner-column.ts"

/** What the rows with a card say of one column. */
export interface OwnerTally {
	/** Rows with a card, and those of them in which the column can be compared. */
	cards: number
	filled: number
	/** Rows in which it means their own customer, and another one of the file. */
	same: number
	elsewhere: number
}

export const noOwners: OwnerTally = { cards: 0, filled: 0, same: 0, elsewhere: 0 }

/** Whether most of what a column says means customers of the file: their own row, or another. */
export function bearsOut({ isOfCard, codesOf }: OwnerColumn, { cards, filled, same, elsewhere }: OwnerTally): boolean {
	// Families share phones and e-mails: that most are the row's own does not make a list of customers.
	if (codesOf === undefined && same * 2 >= filled && same > 0) return true
	if (isOfCard) return (same + elsewhere) * 2 >= filled && filled > 0
	// Who recommended somebody is a customer as well, but not everybody has one.
	return filled >= cards * list && same + elsewhere >= filled * list && filled > 0
}

/** Whether most of what contradicts means other customers of the file: the cards slipped, and whoever is not in the file is no payer. */
export function hasSlipped({ filled, same, elsewhere }: OwnerTally): boolean {
	return elsewhere * 2 > filled - same
}

/** Whether whoever pays is somebody else in no more than half of the rows: where it is so in most, a person said who the customers are. */
export function isRarelyOther({ cards, filled, same }: OwnerTally): boolean {
	return (filled - same) * 2 <= cards
}

/** Of a list that was put beside the customers, nearly every row is one of them. */
const list = 0.9

/**
 * What is to be said of a row whose card the file gives to somebody else: that this is another customer, or that it is
 * somebody whom the file does not know: the customer by another name, or whoever pays for them.
 */
export function ownerVerdict(
	{ isOfCard, isSecond, isOfOwnCard, isOfPayer, isWitness }: OwnerColumn,
	{ kind, likeness }: Pick<SaidOwner, "kind" | "likeness">,
	file: {
		readonly isElsewhere: boolean
		/** Several customers of the file are known by it. */
		readonly isShared: boolean
		readonly isCompany: boolean
		readonly isBorneOut: boolean
		readonly hasSlipped: boolean
		readonly isRarelyOther: boolean
	},
): "token.other-customer" | "card.other-holder" | "card.other-payer" | "row.two-customers" | undefined {
	const { isElsewhere, isCompany, isBorneOut } = file
	if (likeness === "same") return undefined
	if (isOfPayer) {
		const isSomebody = isElsewhere || (kind !== "number" && likeness !== undefined)
		return file.isRarelyOther && isSomebody ? "card.other-payer" : undefined
	}
	if (isOfOwnCard && (isElsewhere || likeness === "other")) return "row.two-customers"
	if (kind === "code") return isElsewhere && !file.isShared && isBorneOut ? "token.other-customer" : undefined
	// A number that most rows do not bear out is of another system.
	if (isElsewhere) return isBorneOut || (isOfCard && kind !== "number") ? "token.other-customer" : undefined
	if (likeness === undefined) return undefined
	if (kind === "number") {
		const isOfCustomer = isOfCard || isSecond || (isWitness && file.hasSlipped)
		return isBorneOut && isOfCustomer ? "token.other-customer" : undefined
	}
	if (!isOfCard) return undefined
	const mayDiffer = likeness === "akin" || (kind === "name" && isCompany)
	return isBorneOut && file.hasSlipped && !mayDiffer ? "token.other-customer" : "card.other-holder"
}
