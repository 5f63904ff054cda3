import { createRequire } from "node:module"
import type { Encoding } from "./layout.ts"

/**
 * A single-byte encoding as its characters for the bytes from `from` on; every other byte is its own code point. U+FFFD
 * stands for a byte the encoding does not have. Node's own decoders differ from version to version here.
 */
export interface CodePage {
	readonly from: number
	readonly characters: string
}

const own: { readonly [Name in Encoding]?: CodePage } = {
	"iso-8859-1": { from: 0x100, characters: "" },
	"iso-8859-15": { from: 0xa4, characters: "€¥Š§š©ª«¬\u00ad®¯°±²³Žµ¶·ž¹º»ŒœŸ" },
	"windows-1252": { from: 0x80, characters: "€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ" },
	macintosh: {
		from: 0x80,
		characters:
			"ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø" +
			"¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ",
	},
	...sevenBit({
		"sen-850200-b": ["$[\\]{|}~", "¤ÄÖÅäöå‾"],
		"sen-850200-c": ["$@[\\]^`{|}~", "¤ÉÄÖÅÜéäöåü"],
		"din-66003": ["@[\\]{|}~", "§ÄÖÜäöüß"],
	}),
}

/** Sets that have other letters in the place of brackets, and no bytes at and above 0x80. */
function sevenBit(sets: { readonly [name: string]: readonly [ascii: string, letters: string] }) {
	const whole = Array.from({ length: 0x80 }, (_, code) => String.fromCharCode(code))
	return Object.fromEntries(
		Object.entries(sets).map(([name, [ascii, letters]]) => [
			name,
			{
				from: 0,
				characters:
					whole.map((character) => letters[ascii.indexOf(character)] ?? character).join("") + "\ufffd".repeat(0x80),
			},
		]),
	)
}

/** Whether `|` and `\` are letters in the encoding. */
export function isSevenBit(encoding: Encoding): boolean {
	return own[encoding]?.from === 0
}

const require = createRequire(import.meta.url)
const loaded = new Map<Encoding, CodePage>()

/** The table of a single-byte encoding. */
export function codePage(encoding: Encoding): CodePage {
	const known = own[encoding] ?? loaded.get(encoding)
	if (known !== undefined) return known
	// Loaded when it is needed: it takes longer than a small file.
	const { decode } = require("iconv-lite") as typeof import("iconv-lite")
	const upper = Buffer.from(Array.from({ length: 0x80 }, (_, index) => index + 0x80))
	const page = { from: 0x80, characters: decode(upper, encoding) }
	loaded.set(encoding, page)
	return page
}
