import { StringDecoder } from "node:string_decoder"
import { SaxesParser } from "saxes"
import type { Archive } from "./archive.ts"
import { damaged } from "./refuse.ts"

export type Attributes = Readonly<Record<string, string>>

/** What a part is read by; names are without their prefixes. */
export interface Handlers {
	open(name: string, attributes: Attributes): void
	close?(name: string): void
	/** Text may come in pieces. */
	text?(text: string): void
	/** After each piece of the part that was read: its bytes so far. Nothing more is read while a promise is pending, or once it says `false`. */
	read?(bytes: number): void | boolean | Promise<void>
}

/** Reads a part of a workbook. Rejects with `UnreadableFile` where it is not well-formed, or declares entities of its own. */
export async function parseXml(archive: Archive, part: string, handlers: Handlers): Promise<void> {
	const parser = new SaxesParser({ xmlns: false, position: false })
	parser.on("error", (error) => {
		throw damaged(`${part} is not well-formed (${error.message})`)
	})
	parser.on("doctype", () => {
		throw damaged(`${part} declares entities of its own, which workbooks do not`)
	})
	parser.on("opentag", ({ name, attributes }) => handlers.open(localName(name), attributes))
	parser.on("closetag", ({ name }) => handlers.close?.(localName(name)))
	if (handlers.text) parser.on("text", (text) => handlers.text?.(text))
	if (handlers.text) parser.on("cdata", (text) => handlers.text?.(text))
	const decoder = new StringDecoder("utf8")
	let bytes = 0
	try {
		for await (const chunk of archive.read(part)) {
			bytes += chunk.length
			parser.write(decoder.write(chunk))
			const next = handlers.read?.(bytes)
			if (next === false) return
			if (next instanceof Promise) await next
		}
		parser.write(decoder.end()).close()
	} catch (error) {
		if (error instanceof Error && error.name === "UnreadableFile") throw error
		throw damaged(`${part} is damaged (${error instanceof Error ? error.message : String(error)})`)
	}
}

/** What an attribute has, whatever its prefix. */
export function attributeOf(attributes: Attributes, name: string): string | undefined {
	const found = Object.keys(attributes).find((one) => one === name || one.endsWith(`:${name}`))
	return found === undefined ? undefined : attributes[found]
}

function localName(name: string): string {
	const colon = name.indexOf(":")
	return colon < 0 ? name : name.slice(colon + 1)
}

/** Undoes what the format does with characters that XML cannot have: `_x000D_`. */
export function unescaped(text: string): string {
	return text.includes("_x")
		? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
		: text
}
