import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { type CutOptions, cutBlocks } from "../../src/csv/block.ts"
import type { Encoding, Layout, Row } from "../../src/csv/layout.ts"
import { parseBlock } from "../../src/csv/parse.ts"

/** A place for one file at a time. */
export class Scratch {
	private constructor(readonly folder: string) {}

	static async make(): Promise<Scratch> {
		return new Scratch(await mkdtemp(join(tmpdir(), "csv-")))
	}

	async write(content: string | Uint8Array, name = "file.csv"): Promise<string> {
		const path = join(this.folder, name)
		await writeFile(path, content)
		return path
	}

	remove(): Promise<void> {
		return rm(this.folder, { recursive: true })
	}
}

/** All rows of a file, read in blocks of any size. */
export async function readAll(path: string, layout: Layout, options: CutOptions = {}): Promise<Row[]> {
	const rows: Row[] = []
	for await (const block of cutBlocks(path, layout, options)) rows.push(...parseBlock(block, layout))
	return rows
}

const tables: { [Name in Encoding]?: Map<string, number> } = {}

/** The bytes 0x80 to 0x9F of Windows-1252, by Microsoft's table; some versions of Node take them for ISO-8859-1. */
const windows = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ"

const beyond = Array.from({ length: 128 }, (_, index) => index + 128)
/** The bytes from 0x80 on, as IBM's tables have them. */
const pages: { readonly [Name in Encoding]?: string } = {
	cp437:
		"ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0",
	cp850:
		"ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0",
	cp852:
		"ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×čáíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐└┴┬├─┼Ăă╚╔╩╦╠═╬¤đĐĎËďŇÍÎě┘┌█▄ŢŮ▀ÓßÔŃńňŠšŔÚŕŰýÝţ´\u00ad˝˛ˇ˘§÷¸°¨˙űŘř■\u00a0",
	cp865:
		"ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø₧ƒáíóúñÑªº¿⌐¬½¼¡«¤░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0",
}

/** ISO 646: what stands in the place of ASCII. */
const national: { readonly [Name in Encoding]?: Readonly<Record<string, string>> } = {
	"sen-850200-b": { $: "¤", "[": "Ä", "\\": "Ö", "]": "Å", "{": "ä", "|": "ö", "}": "å", "~": "‾" },
	"sen-850200-c": {
		$: "¤",
		"@": "É",
		"[": "Ä",
		"\\": "Ö",
		"]": "Å",
		"^": "Ü",
		"`": "é",
		"{": "ä",
		"|": "ö",
		"}": "å",
		"~": "ü",
	},
	"din-66003": { "@": "§", "[": "Ä", "\\": "Ö", "]": "Ü", "{": "ä", "|": "ö", "}": "ü", "~": "ß" },
}

function characterOf(byte: number, encoding: Encoding): string {
	const page = pages[encoding]
	if (page !== undefined) return byte < 0x80 ? String.fromCharCode(byte) : page.charAt(beyond.indexOf(byte))
	const letters = national[encoding]
	if (letters !== undefined)
		return byte < 0x80 ? (letters[String.fromCharCode(byte)] ?? String.fromCharCode(byte)) : "\ufffd"
	if (encoding === "iso-8859-1") return String.fromCharCode(byte)
	if (encoding === "windows-1252" && byte >= 0x80 && byte < 0xa0)
		return windows.charAt(byte - 0x80).replace(" ", "\ufffd")
	return new TextDecoder(encoding).decode(Uint8Array.of(byte))
}

/** The characters of a single-byte encoding, without control characters. */
export function charactersOf(encoding: Encoding): Map<string, number> {
	const known = tables[encoding]
	if (known !== undefined) return known
	const characters = new Map<string, number>()
	for (let byte = 0; byte < 256; byte++) {
		const character = characterOf(byte, encoding)
		if (!/[\p{Cc}\ufffd]/u.test(character)) characters.set(character, byte)
	}
	for (const control of "\t\n\r") characters.set(control, control.charCodeAt(0))
	tables[encoding] = characters
	return characters
}

export function encode(text: string, encoding: Encoding, mark: boolean): Uint8Array {
	const marked = (mark ? "\ufeff" : "") + text
	if (encoding === "utf-8") return Buffer.from(marked)
	if (encoding === "utf-16le") return Buffer.from(marked, "utf16le")
	if (encoding === "utf-16be") return Buffer.from(marked, "utf16le").swap16()
	const characters = charactersOf(encoding)
	return Uint8Array.from(text, (character) => {
		const byte = characters.get(character)
		if (byte === undefined) throw new Error(`${encoding} has no ${character}`)
		return byte
	})
}
