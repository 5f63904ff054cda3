import { expect, test } from "vitest"
import { fieldNames, fields } from "../../src/customer/fields.ts"
import { type Mapping, mappingSchema } from "../../src/customer/mapping.ts"

const sample: Mapping = {
	version: 1,
	columns: {
		Kundnr: "number",
		Förnamn: "firstName",
		Efternamn: "lastName",
		"E-post": "email",
		Adress: "street",
		"Adress 2": "street",
		"Kort 1": "token",
		"Kort 2": "token",
	},
	constants: { country: "SE", currency: "SEK" },
	joinRows: false,
}

const several = { " ": "joined by a space", ", ": "joined by a comma", each: "one card each" } as const

/** `npm run docs:findings` writes the file anew. */
test("docs/mapping.md lists every field", async () => {
	expect(mappingSchema.parse(sample)).toEqual(sample)
	const document = [
		"# The mapping of columns",
		"",
		"A small JSON file says which column of a CSV fills which field of a customer: `--mapping FILE` reads it, and the app",
		"proposes one. Without it, columns are matched by their usual names in English, Swedish, German, Norwegian, Danish and",
		"Finnish and by what their values look like. A name with one meaning is taken at its word, so that bad values are errors of",
		"their rows; one that may mean something else, such as `Typ` or `Customer`, is not when its first values deny it, and",
		"`check`, `run` and the app say so.",
		"",
		"```json",
		JSON.stringify(sample, undefined, 2),
		"```",
		"",
		"- `version` is 1.",
		"- `columns`: name of the column, exactly as in the file, to field. `number` must be there. Columns not named are not used,",
		"  but searched for card numbers all the same.",
		"- `constants`: the value of a field where a row has none of its own. Not for `number` and `token`.",
		"- `joinRows`: whether adjacent rows that agree in everything but the card become one customer with several cards.",
		"",
		"| field | what it is | several columns |",
		"|---|---|---|",
		...fieldNames.map((field) => {
			const how = fields[field].several
			return `| \`${field}\` | ${fields[field].label} | ${how ? several[how] : ""} |`
		}),
		"",
		"This file is generated from the code by `npm run docs:findings`.",
		"",
	].join("\n")
	await expect(document).toMatchFileSnapshot("../../docs/mapping.md")
})
