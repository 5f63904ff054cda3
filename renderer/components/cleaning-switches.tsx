import { SimpleGrid, Switch } from "@mantine/core"
import type { Cleaning } from "../../src/customer/cleaning.ts"

/** What each kind of cleaning does, in the order of `Cleaning`. */
const words: Readonly<Record<keyof Cleaning, { readonly label: string; readonly meaning: string }>> = {
	trim: { label: "Space around values", meaning: "Space before and after a value is taken off." },
	compose: {
		label: "Composed letters",
		meaning: "A letter and its accent become one character, as in é and ö; a ligature such as ﬁ becomes its letters.",
	},
	spaces: { label: "Odd spaces", meaning: "No-break and other unusual spaces become plain ones." },
	zeroWidth: { label: "Invisible characters", meaning: "Characters without any width are left out." },
	spreadsheetMarks: {
		label: "Spreadsheet marks",
		meaning:
			'What spreadsheets put around a text is taken off: ="0123" and \'0123 become 0123; and a decimal that a whole column has.',
	},
	placeholders: { label: "Words for nothing", meaning: "NULL, N/A, unknown and the like count as an empty cell." },
	escapes: {
		label: "Escaped characters",
		meaning: "What a program wrote in place of a character is that character again: &amp; becomes &.",
	},
	country: { label: "Countries", meaning: "Country names become their two-letter codes: Sweden becomes SE." },
	spelling: {
		label: "Spelling",
		meaning: "Currency, locale, time zone, type, schedule and amounts are written as Intergiro has them.",
	},
	phone: {
		label: "Phone numbers",
		meaning: "Phone numbers get their country code, where the country is known: 070-123 45 67 becomes +46701234567.",
	},
	email: { label: "E-mail domains", meaning: "What comes after the @ is written in lower case." },
	zipCode: {
		label: "Zip codes",
		meaning: "Zip codes of Sweden, Norway, Denmark, Finland and Germany are written as their posts do.",
	},
}

export function CleaningSwitches({ cleaning, onChange }: { cleaning: Cleaning; onChange(cleaning: Cleaning): void }) {
	return (
		<SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="md">
			{(Object.keys(words) as (keyof Cleaning)[]).map((name) => (
				<Switch
					key={name}
					label={words[name].label}
					description={words[name].meaning}
					checked={cleaning[name]}
					onChange={(event) => onChange({ ...cleaning, [name]: event.currentTarget.checked })}
				/>
			))}
		</SimpleGrid>
	)
}
