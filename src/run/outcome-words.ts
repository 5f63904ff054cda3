import type { OutcomeKind } from "../contract/outcome.ts"

/** How a row ended, in the words of the window and of the printed report. */
export const outcomeWords: Readonly<Record<OutcomeKind, { readonly label: string; readonly meaning: string }>> = {
	created: { label: "Created", meaning: "Rows of new customers at Intergiro." },
	existing: { label: "Already there", meaning: "Rows of customers found before anything was sent; not created again." },
	adopted: { label: "Confirmed", meaning: "The answer was lost; read back and found." },
	renumbered: {
		label: "Renumbered",
		meaning: "Rows of new customers to whom Intergiro gave another customer number.",
	},
	invalid: { label: "Invalid", meaning: "Failed a check; never sent." },
	"left-out": { label: "Left out", meaning: "By a person: nothing was sent, and there is nothing to do." },
	rejected: { label: "Declined", meaning: "Refused by Intergiro; not created." },
	"verification-required": {
		label: "Cardholder needed",
		meaning: "3-D Secure has to be done by the cardholder; not created.",
	},
	"not-sent": { label: "Not sent", meaning: "Given up, and certainly not created." },
	unknown: { label: "In doubt", meaning: "Not known whether Intergiro has them." },
	conflict: { label: "Conflict", meaning: "Intergiro has several customers of this number." },
}

/** Why rows are more than customers: so many of them were joined with another one. */
export function joinedWords(rows: number, count: (value: number) => string = String): string {
	return rows === 1
		? "1 row is part of another row's customer"
		: `${count(rows)} rows are part of other rows' customers`
}
