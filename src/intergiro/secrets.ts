import type { Creatable } from "../customer/creatable.ts"

/** What must not come back in a message: card tokens and contact data. */
export function secretsOf({ contact, method }: Creatable): readonly string[] {
	const { type: _, ...personal } = contact ?? {}
	return [...method.map(({ card }) => card), ...leaves(personal)]
}

function leaves(value: unknown): string[] {
	if (typeof value === "string") return [value]
	return typeof value === "object" && value !== null ? Object.values(value).flatMap(leaves) : []
}
