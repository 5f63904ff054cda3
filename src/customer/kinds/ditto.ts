import { byInitial } from "../by-initial.ts"
import { beginsWithLetter, isDigit } from "../quick-look.ts"

/** What people write for "as the one above" or "as the other address", in our languages. */
const same =
	"ditto|d[ií]to|[ií]dem(?: dito)?|samma|samme|sama|samoin|(?:het|de)?zelfde|(?:the )?same|(?:l[ea] )?même|(?:l[oa] |el )?mism[oa]|igual" +
	"|(?:l[oa] )?stess[oa]|to samo|t(?:en sam|a sama)|tak samo|desgleichen|ebenso|d(?:er|ie|as)selbe|gleiche?"
/** As what it is the same. */
const asWhat =
	"(?: (?:as|als|som|wie|kuin|que|come|di|jak|co|addr\\w+|adr\\w+|osoite|domicilio|indirizzo|dirección)(?: ?[\\p{L}\\d ./-]{0,30})?)?"
const above =
	"(?:as|see|like) above|above|(?:som|se) ovan(?:för)?|ovan|(?:som|se) (?:ovenfor|over)|(?:wie|siehe) (?:oben|vor)|(?:kuten|ks\\.?|katso) yllä" +
	"|(?:comme|voir|cf\\.?) ci-dessus|(?:como|ver) arriba|(?:come|vedi) sopra|jak wyżej|(?:als|zie) (?:hier)?boven"
/** Written short: with a point, a colon or an accent, as no code is. */
const short =
	"[ií]d\\.|íd|ibid\\.?|dto\\.?|do\\.|-do-|d[:.]o\\.?|j\\. ?w\\.?|jw\\.?|c\\.? ?s\\.|s\\. ?o\\.|w\\. ?o\\.|desgl\\."
const isInWords = byInitial(
	`(?:${same})${asWhat}|${above}|${short}`,
	(words) => new RegExp(`^[([]?(?:${words})[)\\]]?$`, "iu"),
)

/** Two strokes, or a quotation mark, alone or between dashes; an arrow. */
const strokes = /^(?:[-–—_~. ]*(?:["“”„‟″〃¨]|(['´`’‘,′])\1)|[-–—]{1,2} ?(?:\|\||\/\/|II|ll|')|[↑^])+[-–—_~. ]*$/

const longest = 50

/** These are names of people and places as well, where they are written as such. */
const names = /^(?:S(?:ama|AMA|ame|AME)|D(?:ito|ITO)|I(?:gual|GUAL|dem|DEM))$/

/** Whether all of a value says that it is that of another row or column: `ídem`, `d:o`, `-"-`, `come sopra`. */
export function isDitto(value: string): boolean {
	// Nothing that says so begins with a digit.
	if (value.length > longest || isDigit(value.charCodeAt(0))) return false
	// Nearly every value begins with a letter, and no stroke does.
	return isInWords(value) || (!beginsWithLetter(value) && strokes.test(value))
}

/** Whether what says so is the name of somebody or of a place now and then. */
export function isAlsoName(value: string): boolean {
	return names.test(value)
}
