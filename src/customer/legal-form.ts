const forms =
	"AB|HB|KB|AS|A\\/S|ASA|ApS|I\\/S|Oyj?|Ky|GmbH|UG|AG|KG|OHG|GbR|e\\.?\\s?V\\.?|Ltd\\.?|Limited|LLC|LLP|Inc\\.?|PLC|SARL|SAS|SA|S\\.A\\.|S\\.?L\\.?|S\\.?r\\.?l\\.?|S\\.?p\\.?A\\.?|sp\\.\\s?z\\s?o\\.\\s?o\\.?|B\\.?V\\.?|N\\.?V\\.?"

const atEnd = new RegExp(`(?:^|[\\s,])(?:${forms})$`, "iu")
const anywhere = new RegExp(`(?:^|[\\s,])(?:${forms})(?=$|[\\s,;:/|(])`, "u")

/** Whether a name ends as those of companies do in the countries of our languages. */
export function endsInLegalForm(name: string): boolean {
	return atEnd.test(name)
}

/** Whether a name has the form of a company in it, as written in law. */
export function hasLegalForm(name: string): boolean {
	return anywhere.test(name)
}

const each = new RegExp(anywhere.source, "gu")

/** What stands directly behind the last form of a company in a name; empty where nothing does. */
export function behindLegalForm(name: string): string {
	const last = [...name.matchAll(each)].at(-1)
	return last === undefined ? "" : name.slice(last.index + last[0].length).trim()
}

/** A name without the forms of companies in it. */
export function withoutLegalForms(name: string): string {
	return name.replace(each, "")
}
