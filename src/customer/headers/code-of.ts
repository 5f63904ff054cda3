import { partsOf } from "./parts.ts"

/** What a dialling code is of; `either` where the name of its column does not say. */
export type CodeOf = "country" | "area" | "either"

/** What the codes of a column are of, by its name: `Landesvorwahl`, `Area code`, `Vorwahl`. */
export function codeOf(name: string): CodeOf {
	const { known } = partsOf(name)
	if (known.some(({ concepts }) => concepts.includes("country"))) return "country"
	return known.some(({ concepts }) => concepts.includes("areaCode")) ? "area" : "either"
}
