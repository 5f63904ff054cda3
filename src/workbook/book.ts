import { posix } from "node:path"
import type { Archive } from "./archive.ts"
import { damaged, tooLarge } from "./refuse.ts"
import { attributeOf, parseXml } from "./xml.ts"

export interface SheetPlace {
	readonly name: string
	readonly hidden: boolean
	/** Where it is in the archive. */
	readonly part: string
}

/** What is in a workbook, and where. */
export interface Book {
	/** Those with cells, in their order. */
	readonly sheets: readonly SheetPlace[]
	readonly strings?: string
	readonly styles?: string
	/** Its days are counted from 1904. */
	readonly is1904: boolean
}

const mostSheets = 1_000

interface Relation {
	readonly id: string
	/** The last word of its type, the same in all versions of the format. */
	readonly type: string
	readonly part: string
}

/** Rejects with `UnreadableFile`. */
export async function readBook(archive: Archive): Promise<Book> {
	const book = (await relationsOf(archive, "")).find(({ type }) => type === "officeDocument")?.part
	if (book === undefined) throw damaged("it does not say where its sheets are")
	const relations = await relationsOf(archive, book)
	const parts = new Map(relations.filter(({ type }) => type === "worksheet").map(({ id, part }) => [id, part]))
	const sheets: SheetPlace[] = []
	let is1904 = false
	await parseXml(archive, book, {
		open(element, attributes) {
			if (element === "workbookPr") is1904 = /^(?:1|true)$/.test(attributes.date1904 ?? "")
			if (element !== "sheet") return
			const part = parts.get(attributeOf(attributes, "id") ?? "")
			// Charts and macros are sheets, too.
			if (part === undefined) return
			// A line break in a name would be one in a message.
			const name = (attributes.name ?? "").replace(/\p{Cc}/gu, " ")
			if (sheets.some((one) => one.name === name)) throw damaged(`it has two sheets of the name ${name}`)
			sheets.push({ name, hidden: /hidden$/i.test(attributes.state ?? ""), part })
			if (sheets.length > mostSheets) throw tooLarge(`it has more than ${mostSheets.toLocaleString("en")} sheets`)
		},
	})
	const partOf = (wanted: string) => relations.find(({ type }) => type === wanted)?.part
	const [strings, styles] = [partOf("sharedStrings"), partOf("styles")]
	return { sheets, is1904, ...(strings === undefined ? {} : { strings }), ...(styles === undefined ? {} : { styles }) }
}

/** What a part refers to within the archive; what lies elsewhere is never followed. */
async function relationsOf(archive: Archive, part: string): Promise<readonly Relation[]> {
	const folder = posix.dirname(part)
	const from = posix.join(folder, "_rels", `${posix.basename(part)}.rels`)
	const found: Relation[] = []
	if (!archive.has(from)) return found
	await parseXml(archive, from, {
		open(name, { Id: id = "", Type: type = "", Target: target = "", TargetMode: mode }) {
			if (name !== "Relationship" || mode === "External") return
			const path = target.startsWith("/") ? target.slice(1) : posix.join(folder, target)
			found.push({ id, type: type.slice(type.lastIndexOf("/") + 1), part: path })
		},
	})
	return found
}
