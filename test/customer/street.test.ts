import { describe, expect, test } from "vitest"
import { streetWith } from "../../src/customer/street.ts"

const join = (country: string, ...parts: readonly string[]) =>
	parts.reduce((street, part) => streetWith(street, part, country))

describe("the parts of a street", () => {
	test.each<[string, readonly string[], string]>([
		["SE", ["Storgatan", "12"], "Storgatan 12"],
		["SE", ["12", "Storgatan"], "Storgatan 12"],
		["SE", ["12 B", "Storgatan", "1102"], "Storgatan 12 B 1102"],
		["SE", ["Storgatan", "12", "1102"], "Storgatan 12, 1102"],
		["SE", ["Storgatan 12", "lgh 1102"], "Storgatan 12, lgh 1102"],
		["SE", ["Storgatan 1", "Box 5"], "Storgatan 1, Box 5"],
		["FI", ["Mannerheimintie", "12", "A", "5"], "Mannerheimintie 12 A 5"],
		["NL", ["Dorpsstraat", "12", "bis"], "Dorpsstraat 12 bis"],
		["NL", ["Kerklaan", "7", "A"], "Kerklaan 7 A"],
		["DE", ["Straße des 17. Juni", "135"], "Straße des 17. Juni 135"],
		["DE", ["Hauptstr.", "3-5"], "Hauptstr. 3-5"],
		["GB", ["Baker Street", "221B"], "221B Baker Street"],
		["GB", ["221B", "Baker Street"], "221B Baker Street"],
		["US", ["1 Main St", "5"], "1 Main St, 5"],
		["", ["12", "Storgatan"], "12 Storgatan"],
		["", ["Storgatan", "12"], "Storgatan 12"],
		["", ["c/o Berg", "Storgatan 1"], "c/o Berg, Storgatan 1"],
		["JP", ["Ginza", "4-5"], "Ginza 4-5"],
	])("in %j: %j", (country, parts, street) => expect(join(country, ...parts)).toBe(street))
})
