/**
 * What people type where they have nobody to name: in all our languages, as alternatives of a pattern, in small letters. Nobody is called so, for
 * each is more than a word, or is made up.
 */

const not = "(?:ej|inte|icke|ikke|nicht|not|niet|ei|non|pas|no|nie)"
const taken =
	"uthyr[dt]|utleid|udlejet|vermietet|belegt|besetzt|bewohnt|(?:yet )?(?:let|occupied|rented|allocated|assigned)|verhuurd|bewoond|vuokrattu|louée?|alquilad[oa]" +
	"|affittat[oa]|wynajęt[aey]|tilldela[dt]|tildelt|zugewiesen|zugeordnet|vergeben|toegewezen|uthyr(?:d|t) än"
const somebody =
	"kund|kunde|kundin|customer|client|cliente|klient|klant|asiakas|medlem|member|mitglied|membre|socio|lid|jäsen|hyresgäst|tenant|mieter|leietaker|lejer" +
	"|vuokralainen|locataire|inquilino|huurder"
/** A flat that nobody has, or who is not in the books yet. */
const vacant =
	`${not} (?:${taken})|(?:no|kein|ingen|geen) (?:${somebody}|owner|ägare|eier|ejer|eigentümer|eigenaar)|(?:steht|står|stands?) (?:leer|tomt?|empty)` +
	`|(?:ny|nytt|new|neu(?:e[rs]?)?|uusi|nouveau|nouvelle|nuov[oa]|nuev[oa]|nowy|nieuwe?)[ -]?(?:${somebody})`
/** Whom to call first. */
const calling =
	"(?:ring(?:as|es)?|call|soita|(?:r)?appeler|llamar|chiamare|zadzwonić|bellen) (?:först|innan|upp|först|først|first|before|back|ensin|d['’]abord|avant|primero|antes|prima|eerst)!*" +
	"|(?:bitte |erst |zuerst |vorher )+anrufen!*|eerst bellen!*|please call!*"
/** Of forms and films. */
const madeUp =
	"(?:max|erika|maria|hans|lieschen|otto) (?:mustermann|musterfrau|müller-mustermann)|(?:john|jane|joe) doe|(?:ola|kari) nordmann|(?:matti|maija) meikäläinen|(?:joe|fred) bloggs" +
	"|fulano de tal|donald duck|mickey mouse|kalle anka|musse pigg|anders and"

export const nobody = `${vacant}|${calling}|${madeUp}`

/** Those made up whose names stand in two columns, each last name with the first ones of it. */
export const madeUpNames: Readonly<Record<string, string>> = {
	mustermann: "max erika maria hans otto",
	musterfrau: "erika maria",
	doe: "john jane",
	nordmann: "ola kari",
	meikäläinen: "matti maija",
	bloggs: "joe fred",
	duck: "donald",
	mouse: "mickey",
	anka: "kalle",
	pigg: "musse",
	testsson: "test",
}
