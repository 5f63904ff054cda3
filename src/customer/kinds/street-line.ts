import { byInitial } from "../by-initial.ts"
import { insteadOfName } from "../instead-of-names.ts"
import { hasDigit, mayBeginWith } from "../quick-look.ts"
import { recent } from "../recent.ts"
import type { ValueKind } from "./kind.ts"
import { isSecretLine } from "./protected-words.ts"
import { type StandIn, standsForText } from "./stand-in.ts"
import { text } from "./text.ts"

/** What is to be heeded, and that there is another address: in small letters where a name of a street has a capital. */
const heeded =
	/^(?:(?:obs|nb|n\.b\.|achtung|huom|uwaga|attenzione|atención|note|attention|hinweis|merk|nota)[!:]|(?:OBS|Obs|obs|NB|Nb|nb|HUOM|Huom|huom)[., ]+\p{Ll})/u
const newAddress =
	/^(?:(?:[Nn]ya?|[Nn]ew|[Uu]usi|[Nn]ouvelle|[Nn]ueva|[Nn]uova|[Nn]owy|[Nn]ieuw) (?:adress?e?|address|osoite|dirección|indirizzo|adres)|[Nn]eue Adresse)(?!\p{L})/u
const mayBeHeeded = mayBeginWith("OoNnAaHhUuMm")
const returned =
	"(?:post)?retur(?:nerad|nert|neret|nér)?|(?:post|brev|adress) retur|zurück(?:gekommen)?|returned|palautettu|palautunut"
const abroad =
	"utlandet|utomlands|(?:i |im )?ausland|(?:i )?udlandet|utenlands|ulkomailla?|ulkomaat|abroad|overseas|(?:à l['’])?étranger|(?:en el )?extranjero|(?:all['’])?estero|za granicą|buitenland"
const referring =
	"(?:see|se|siehe|zie|voir|ver|vedi|katso|kts)[ .:]+(?:(?:kund(?:e|nr)?|nr|no|nummer|number|rad|row|customer|client|zeile|linje|rivi|asiakas|cliente|klant|ligne|fila|riga|rij)[ .:]+){0,2}\\d+"
const isRemark = byInitial(
	`${returned}|${abroad}|${referring}`,
	(words) => new RegExp(`^[([*!]*(?:${words})[)\\]*!.]*$`, "i"),
)
const longest = 60

/** What stands in place of the street of an address that is no name: a remark of where somebody went, or that nobody may know it. */
function remarkIn(line: string): StandIn | undefined {
	if (line.length > longest) return undefined
	if (isSecretLine(line)) return "protected"
	if (isRemark(line) || (mayBeHeeded(line) && isHeeded(line))) return "may"
	if (hasDigit(line)) return undefined
	const instead = insteadOfName(line)
	return instead === undefined || instead === "perhaps" ? undefined : "may"
}

function isHeeded(line: string): boolean {
	// `NY ADRESS`, where no other letter says how it is written.
	const text = /\p{Ll}/u.test(line) ? line : line.toLowerCase()
	return heeded.test(text) || /^(?:OBS|NB)[!:]/i.test(text) || newAddress.test(text)
}

/** A line of an address, where a remark stands in its place more often than a name that is one. */
export const streetLine = {
	...text,
	plain: recent((line) => text.plain(line) && remarkIn(line) === undefined),
	standIn: (line) => standsForText(line) ?? remarkIn(line),
} as const satisfies ValueKind
