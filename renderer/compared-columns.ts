import { type Field, fields as fieldTable } from "../src/customer/fields.ts"
import type { OpenedFile } from "../src/ipc/file.ts"

/** What becomes of a column beside others for the same field, of which one alone can count; nothing where there are none. */
export function comparedWords({ decisions, mapping }: Pick<OpenedFile, "decisions" | "mapping">, index: number) {
	const { joined = [], addresses = [], parties, first = {} } = mapping
	const own = decisions[index]
	// Which address or party a row has is told by its own question.
	if (own === undefined || parties !== undefined || addresses.flat().includes(own.column)) return undefined
	const isJoined = (field: Field) =>
		[", ", "each"].includes(fieldTable[field].several ?? "") || joined.some((one) => one === field)
	for (const field of own.fields ?? []) {
		const others = decisions.filter((one) => one !== own && one.by !== "open" && one.fields?.includes(field))
		if (others.length === 0 || isJoined(field)) continue
		const chosen = first[field]
		if (chosen === own.column) return "By your answer it counts where they differ."
		if (chosen) return `Where ${chosen} has a value, that one counts.`
		const names = others.map(({ column }) => column).join(", ")
		return chosen === null
			? `Where it differs from ${names}, the row is an error.`
			: `It is compared with ${names} in every row: where they differ, you are asked which one counts.`
	}
	return undefined
}
