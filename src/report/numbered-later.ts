/** An import that has customers of an earlier one under other numbers. */
export interface NumberedLater {
	/** The name of its file. */
	readonly file: string
	/** When it began: ISO 8601. */
	readonly at: string
	readonly customers: readonly { readonly here: string; readonly there: string }[]
}

/** Numbers that are named of those of an import. */
const mostNamed = 3

/** What is to be said of that, in the import that came first. */
export function numberedLaterWords({ file, at, customers }: NumberedLater): string {
	const named = customers
		.slice(0, mostNamed)
		.map(({ here, there }) => `${here} is ${there || "without a number"} there`)
	const more = customers.length > mostNamed ? ", …" : ""
	const who = customers.length === 1 ? "1 customer of this one" : `${customers.length} customers of this one`
	return `A later import, ${called({ file, at })}, has ${who} under other numbers: ${named.join(", ")}${more}. One of the two read the wrong column: look which numbers are right, and ask for no new cards.`
}

/** The same of each of these customers, by its number here. */
export function numberedLaterNotes(later: readonly NumberedLater[]): ReadonlyMap<string, string> {
	return new Map(
		later.flatMap((one) =>
			one.customers.map(({ here, there }) => [
				here,
				`A later import, ${called(one)}, has this customer as number ${there}: look which is right.`,
			]),
		),
	)
}

function called({ file, at }: Pick<NumberedLater, "file" | "at">): string {
	return `${file} of ${at.slice(0, 16).replace("T", " ")} UTC`
}
