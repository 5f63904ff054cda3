import { byInitial } from "../by-initial.ts"

/**
 * That who somebody is, or where they live, is protected by law or by their wish: `Skyddad identitet`, `Auskunftssperre`. As alternatives of a
 * pattern, in small letters.
 */
const marks =
	"skyddade? (?:identitet|id|adress|folkbokföring|person(?:uppgift(?:er)?)?|uppgifter)|sekretess(?:markerad|markering|skydd(?:ad)?)|kvarskrivning|kvarskriven" +
	"|hemlig adress|sperret adresse|(?:strengt )?fortrolig adresse|(?:adresse)?kode [67]|hemmelig adresse|skjult adresse" +
	"|navne-? ?og adressebeskyttelse|adressebeskytte(?:t|lse)|beskyttet adresse|auskunftssperre|adress?sperre|sperrvermerk|geheime adresse|turvakielto|salainen osoite" +
	"|protected (?:identity|address|person)|confidential address|address (?:is )?(?:confidential|withheld|protected)|secret address|witness protection" +
	"|adresse (?:confidentielle|secrète|protégée)|dirección (?:protegida|confidencial|secreta)|indirizzo (?:protetto|riservato|segreto)|adres (?:zastrzeżony|utajniony|tajny)" +
	"|geheim adres|adres geheim|afgeschermd adres"
/** In the line of an address alone. */
const secret =
	"hemligt?|hemmelig|hemmeligt|geheim|salainen|confidential|withheld|secret|secrète|secreto|segreto|tajny|sekretess|skyddade?|skyddat"

const whole = (words: string) => new RegExp(`^[([*!]*(?:${words})[)\\]*!.]*$`, "i")
const isWhole = byInitial(marks, whole)
const isSecret = byInitial(`${marks}|${secret}`, whole)
/** What a text says somewhere. */
export const protection = new RegExp(`(?<!\\p{L})(?:${marks})(?!\\p{L})`, "iu")
const longest = 40

/** Whether all of a name or a place says so. */
export function isProtected(text: string): boolean {
	return text.length <= longest && isWhole(text)
}

/** Whether all of the line of an address says so. */
export function isSecretLine(text: string): boolean {
	return text.length <= longest && isSecret(text)
}
