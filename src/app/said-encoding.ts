import { isEncoding, type Layout } from "../csv/layout.ts"
import type { Mapping } from "../customer/columns/mapping.ts"
import { Refusal } from "../customer/refusal.ts"

/** A mapping says of the file what nobody can read. */
export class UnknownEncoding extends Refusal {
	override readonly name = "UnknownEncoding"
}

/** What a mapping says of the layout of its file. Throws `UnknownEncoding`. */
export function encodingOf(mapping: Mapping | undefined): Pick<Partial<Layout>, "encoding"> {
	const encoding = mapping?.encoding
	if (encoding === undefined) return {}
	if (isEncoding(encoding)) return { encoding }
	throw new UnknownEncoding(`The mapping names an encoding that this program does not know: ${encoding}.`)
}
