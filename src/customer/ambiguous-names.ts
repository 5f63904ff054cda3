import { headerKey } from "./fields.ts"

/**
 * Names that fit a field and as often mean something else: a customer by name, a reference to a person, a kind of
 * object, the language a person speaks, a period without its unit, a way to pay. Their values may speak against them.
 * Any other name is taken at its word, so that bad values are errors of their rows and not a reason to drop the column.
 */
const names =
	// Customer number
	"customer|customer reference|customer ref|merchant reference|consumer reference|merchant reference 1|reference|ref|" +
	"id|no|nr|kund|kundreferens|kundenreferenz|debitor|kundereferanse|kundereference|asiakas|" +
	// Person or organization
	"type|contact type|legal entity type|entity type|typ|tyyppi|" +
	// Payment schedule
	"billing period|billing interval|billing cycle|billing frequency|payment interval|interval|plan interval|frequency|" +
	"betalningsintervall|intervall|faktureringsintervall|zahlungsintervall|abrechnungszeitraum|turnus|betalingsinterval|" +
	"betalingsintervall|laskutusväli|laskutusjakso|" +
	// Card token
	"card|method|method card|kort|kortreferens|karte|kort reference|kortti|" +
	// Browser
	"resolution|screen size|upplösning|auflösung|language|browser language|lang|language code|preferred language|språk|" +
	"språkkod|sprache|sprachcode|språkkode|sprog|sprogkode|kieli|kielikoodi|timezone|time zone|browser timezone|tidszon|" +
	"zeitzone|tidssone|tidszone|aikavyöhyke|parent|origin"

/** As `headerKey` reduces them. */
export const ambiguousKeys: readonly string[] = names.split("|").map(headerKey)
