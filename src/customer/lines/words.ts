/**
 * What people and programs write into lines that are no customers, in English, Swedish, German, Norwegian, Danish and
 * Finnish. Each pattern is asked of a whole cell without the space around it.
 */

const total =
	"(?:grand |sub[ -]?|del|mellan|mellem|slut|zwischen|end|gesamt|väli|loppu)?(?:total(?:t|e|en|er|s|summa|sum|beløb)?|sum(?:ma|me|mer|s)?)" +
	"|gesamt(?:zahl|anzahl)?|insgesamt|sammanlagt|samlet|tillsammans|yhteensä|i ?alt|i allt|antall?|anzahl|count|lukumäärä|kappalemäärä" +
	"|(?:total )?(?:number|no\\.?) of|summa summarum"
const thing =
	"(?:rows?|records?|lines?|entries|items|customers?|clients?|accounts?|members?|cards?|rad(?:er)?|post(?:er)?|kund(?:er)?|medlemmar|kort" +
	"|zeilen?|kunden|einträge|datensätze?|mitglieder|karten|linjer?|kunder?|medlemmer|rækker|riviä?|rivejä|asiakasta|asiakkaita|asiakkaat|kpl|st|stk|pcs)\\.?"
const amount = "\\d[\\d\\s.,'’]*"
const unit = "(?:[a-z]{3}|kr\\.?|€|\\$|£|%)"

/** `Totalt`, `Summe:`, `Antal kunder: 2`, `Total SEK 100`; and `2 rows`, `(2 rows affected)`. Not `Total AB`, not `SUM-1`. */
export const totalWords = new RegExp(
	[
		`^[*=( -]*(?:${total})(?: ${thing})?(?: (?:sek|nok|dkk|eur|usd|gbp|kr\\.?|€))?(?:\\s*[:=]\\s*$|(?:\\s*[:=]\\s*|\\s+)[+-]?${amount}\\s?(?:${unit}|${thing})?)?[*=) .-]*$`,
		`^[*(]?\\s*${amount}\\s${thing}(?: (?:affected|selected|returned|exported|total|totalt|in total|exporterade|insgesamt|yhteensä))?\\s*[.)*]*$`,
	].join("|"),
	"iu",
)

/** The same before whatever is summed up: `Subtotal North`, `Summa region Väst`. */
export const beginsTotal = new RegExp(`^[*=( -]*(?:${total})[\\s:–-]+\\p{L}`, "iu")

/** Nothing but an amount. */
export const amountAlone = new RegExp(`^(?:${unit}\\s?)?[+-]?${amount}(?:\\s?${unit})?$`, "iu")

/** `Page 1 of 3`, `Sida 1 av 3`, `Seite 1`. */
export const pageNumber =
	/^[-*( ]*(?:page|sida|seite|side|sivu|blatt|blad|s\.|p\.)\s?:?\s?\d+(?:\s?(?:of|av|von|af|\/|\()\s?\d+\)?)?[-*) ]*$/iu

/** The number of a page, `-- end of report --`, `Printed 2026-01-02`. */
export const pageWords = new RegExp(
	[
		pageNumber.source,
		"^[^\\p{L}\\d]*(?:(?:the )?end|slut|ende|loppu|fortsätter|continued|forts\\.?)(?: (?:of|på|av|des|der|vom|on|af)(?: the)?(?: next)? \\p{L}+)?[^\\p{L}\\d]*$",
		"^(?:printed|generated|exported|created|utskriven|utskrivet|skapad|exporterad|gedruckt|erstellt|exportiert|udskrevet|utskrift|ausdruck|tulostettu)(?: (?:at|on|by|den|av|am|von|af))?\\s?:?\\s(?=.*\\d)",
	].join("|"),
	"iu",
)

/** Two or more of what lines are drawn with. */
export const ruleSigns = /^[-=_*+~.·—–|─━═\s]{2,}$/

/** Types of a database, and what a form says of its fields: `varchar(20)`, `string`, `required`. */
export const typeWords = new RegExp(
	"^(?:n?(?:var)?char2?|n?text|string|str|int(?:eger)?|(?:big|small|tiny)int|number|numeric|decimal|float|double|real|money|bool(?:ean)?|bit" +
		"|date|time|date ?time2?|timestamp|uuid|guid|jsonb?|blob|object|alphanumeric|an|required|optional|mandatory|obligatorisk[t]?|valfri[t]?" +
		"|pflicht(?:feld)?|pakollinen|valinnainen|påkrævet|påkrevd|not null)(?:\\s?\\([\\d\\s,.max]+\\))?(?: (?:not )?null)?\\*?$",
	"i",
)
