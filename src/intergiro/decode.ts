import type { IncomingHttpHeaders } from "node:http"
import { promisify } from "node:util"
import { brotliDecompress, gunzip, inflate, inflateRaw, type ZlibOptions } from "node:zlib"

/** A body that is encoded in a way that cannot be undone, or not to its end. */
export class Undecodable extends Error {
	override readonly name = "Undecodable"
}

type Decoder = (body: Uint8Array, options: ZlibOptions) => Promise<Buffer>

const unwrap: Decoder = promisify(inflate)
const unwrapRaw: Decoder = promisify(inflateRaw)
const unzip: Decoder = promisify(gunzip)

const decoders: Readonly<Record<string, Decoder>> = {
	gzip: unzip,
	"x-gzip": unzip,
	br: promisify(brotliDecompress),
	// Some servers leave out the header of zlib, which begins with these bits.
	deflate: (body, options) => (((body[0] ?? 0) & 15) === 8 ? unwrap(body, options) : unwrapRaw(body, options)),
}

/**
 * The body as it was before something on the way packed it, although it was asked not to.
 * Rejects with `Undecodable`: not whole, not what it says, or more than `size` bytes.
 */
export async function decode(headers: IncomingHttpHeaders, body: Uint8Array, size: number): Promise<Uint8Array> {
	if (body.length === 0) return body
	let decoded = body
	for (const coding of codingsOf(headers).reverse()) {
		const decoder = decoders[coding]
		if (!decoder)
			throw new Undecodable(`The answer is packed in a way that was not asked for (${coding.slice(0, 20)}).`)
		decoded = await decoder(decoded, { maxOutputLength: size }).catch(() => {
			throw new Undecodable(`The answer is packed (${coding}), and cannot be unpacked to its end.`)
		})
	}
	return decoded
}

/** In the order in which they were applied. */
function codingsOf(headers: IncomingHttpHeaders): string[] {
	const named: string | string[] = headers["content-encoding"] ?? ""
	return [named]
		.flat()
		.flatMap((names) => names.split(","))
		.map((name) => name.trim().toLowerCase())
		.filter((name) => name !== "" && name !== "identity")
}
