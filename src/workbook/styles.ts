import type { Archive } from "./archive.ts"
import { type Shown, shownBy } from "./shown.ts"
import { parseXml } from "./xml.ts"

/** The formats that have a number and no text in the file. Those of dates stand for whatever the computer shows them as. */
const builtIn: Readonly<Record<number, string>> = {
	1: "0",
	2: "0.00",
	3: "#,##0",
	4: "#,##0.00",
	5: "0",
	6: "0",
	7: "0.00",
	8: "0.00",
	9: "0%",
	10: "0.00%",
	11: "0.00E+00",
	12: "# ?/?",
	13: "# ??/??",
	14: "yyyy-mm-dd",
	15: "yyyy-mm-dd",
	16: "d-mmm",
	17: "mmm-yy",
	18: "h:mm AM/PM",
	19: "h:mm:ss AM/PM",
	20: "h:mm",
	21: "h:mm:ss",
	22: "yyyy-mm-dd h:mm",
	37: "#,##0;(#,##0)",
	38: "#,##0;(#,##0)",
	39: "#,##0.00;(#,##0.00)",
	40: "#,##0.00;(#,##0.00)",
	41: "#,##0",
	42: "#,##0",
	43: "#,##0.00",
	44: "#,##0.00",
	45: "mm:ss",
	46: "[h]:mm:ss",
	47: "mm:ss.0",
	48: "##0.0E+0",
}

/** How East Asian workbooks number their dates. */
const isEastAsianDate = (id: number) =>
	(id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 54) || (id >= 57 && id <= 58)

/** How the cells of a workbook show numbers, by the number of their style. */
export class Styles {
	readonly #formats: readonly string[]
	readonly #shown: Shown[] = []

	constructor(
		formats: readonly string[],
		private readonly is1904: boolean,
	) {
		this.#formats = formats
	}

	shown(style: number): Shown {
		const known = this.#shown[style]
		if (known !== undefined) return known
		const made = shownBy(this.#formats[style] ?? "General", this.is1904)
		this.#shown[style] = made
		return made
	}
}

/** `part` is where the styles are, if anywhere. Rejects with `UnreadableFile`. */
export async function readStyles(archive: Archive, part: string | undefined, is1904: boolean): Promise<Styles> {
	const codes = new Map<number, string>()
	const ids: number[] = []
	let isOfCells = false
	if (part !== undefined)
		await parseXml(archive, part, {
			open(name, attributes) {
				if (name === "numFmt") codes.set(Number(attributes.numFmtId), attributes.formatCode ?? "")
				else if (name === "cellXfs") isOfCells = true
				else if (name === "xf" && isOfCells) ids.push(Number(attributes.numFmtId ?? 0))
			},
			close(name) {
				if (name === "cellXfs") isOfCells = false
			},
		})
	const formats = ids.map((id) => codes.get(id) ?? builtIn[id] ?? (isEastAsianDate(id) ? "yyyy-mm-dd" : "General"))
	return new Styles(formats, is1904)
}
