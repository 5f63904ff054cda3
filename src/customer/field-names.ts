import type { Field } from "./fields.ts"

/**
 * The names that columns of a field usually have: English, Swedish, German, Norwegian, Danish, Finnish, and the exports of
 * the processors merchants come from (Stripe, Braintree, Adyen, Nets/Netaxept, Bambora, QuickPay, Reepay, Klarna,
 * Chargebee, Recurly). Separated by `|`, compared by `headerKey`; the better name first.
 */
export const fieldNamesOf: Readonly<Record<Field, string>> = {
	number:
		"number|customer number|customer no|customer nr|customer num|cust no|customer id|customer reference|customer ref|customer code|customer handle|merchant customer id|merchant customer number|merchant customer reference|merchant reference|shopper reference|external customer id|external id|external reference|variables customer id|client number|client id|account number|account code|account id|member number|member id|subscriber number|user id|handle|customer|reference|ref|id|no|nr|consumer reference|merchant reference 1|merchant reference1|kunnr|customers id|" +
		"kundnummer|kundnr|kund nr|kund id|kund|kundreferens|kundkod|medlemsnummer|medlemsnr|nummer|" +
		"kundennummer|kunden nr|kundennr|kunden id|kundenreferenz|kundenkonto|mitgliedsnummer|debitorennummer|debitor|" +
		"kundenummer|kundenr|kunde nr|kunde id|kundereferanse|medlemsnummer|kundereference|debitornummer|" +
		"asiakasnumero|asiakas nro|asiakasnro|asiakastunnus|asiakas id|asiakas|jäsennumero|numero",
	name:
		"name|full name|customer name|cardholder name|card owner|card holder name|card holder|cardholder|card name|shopper name|contact name|contact|company name|company|organization|organisation|billing name|consumer name|account name|customer company|billing address name|invoice address name|customer full name|bill to name|owner name|account company name|customer company name|customers company|default address company|billing address company|billing company|invoice address company name|name 1|name1|" +
		"namn|kundnamn|fullständigt namn|kortinnehavare|företag|företagsnamn|kontaktperson|" +
		"kundenname|vollständiger name|karteninhaber|firma|firmenname|" +
		"navn|kundenavn|fullt navn|fulde navn|kortholder|kortinnehaver|kortindehaver|bedrift|bedriftsnavn|firmanavn|virksomhed|" +
		"nimi|asiakkaan nimi|asiakasnimi|koko nimi|kortinhaltija|yritys|yrityksen nimi",
	firstName:
		"first name|given name|forename|firstname|first|customer first name|contact first name|billing first name|billing address first name|shopper first name|shopper name first name|billing address given name|consumer first name|buyer first name|account first name|customers first name|" +
		"förnamn|tilltalsnamn|vorname|fornavn|etunimi",
	lastName:
		"last name|family name|surname|lastname|last|customer last name|contact last name|billing last name|billing address last name|shopper last name|shopper name last name|billing address family name|consumer last name|buyer last name|account last name|customers last name|" +
		"efternamn|nachname|familienname|etternavn|efternavn|sukunimi",
	company: "legal name|registered name|trading name|company legal name",
	email:
		"email|e mail|email address|e mail address|mail|customer email|customer email address|contact email|shopper email|primary email|cardholder email|consumer email|buyer email|recipient email|billing address email|account email|customers email|user email|smtp addr|email 1|e mail 1|" +
		"e post|epost|e postadress|epostadress|mejl|mailadress|mejladress|e mail adresse|email adresse|mailadresse|e post adresse|epostadresse|mailadresse|" +
		"sähköposti|sähköpostiosoite|s posti",
	billingEmail:
		"billing email|billing e mail|billing email address|invoice email|invoice e mail|invoice address email|e postadress faktura|e post faktura|" +
		"faktura epost|faktura e post|fakturaepost|faktureringsadress epost|rechnungs email|rechnung e mail|fakturaepostadresse|faktura email|faktura e mail|laskutussähköposti|laskutus sähköposti",
	phone:
		"phone|phone number|telephone|telephone number|phone no|customer phone|contact phone|billing phone|billing phone number|billing address phone|shopper telephone number|consumer phone|tel|customer phone number|billing address phone number|buyer phone|phone primary|account phone|customers phone|consumer phone number|invoice address phone number|default address phone|telefon 1|telf1|" +
		"telefon|telefonnummer|telefonnr|tel nr|tlf|tlf nr|telefon nr|puhelin|puhelinnumero|puh",
	cellphone:
		"cellphone|cell phone|cell|mobile|mobile phone|mobile number|mobile phone number|msisdn|sms number|customer mobile|customer mobile number|invoice address mobile number|billing address mobile|billing address mobile number|" +
		"mobil|mobilnummer|mobilnr|mobiltelefon|mobiltelefonnummer|handynummer|handy|mobilnr|mobiltlf|matkapuhelin|matkapuhelinnumero|kännykkä|gsm",
	landline:
		"landline|land line|home phone|home telephone|fixed phone|work phone|office phone|" +
		"hemtelefon|fast telefon|festnetz|festnetznummer|fasttelefon|fastnet|fastnettelefon|lankapuhelin|kotipuhelin",
	street:
		"street|street address|address|address 1|address line 1|line 1|address line1|customer address|house number|house number or name|house no|address 2|address line 2|line 2|street address 2|street 2|extended address|visiting address|postal address|primary address|card address line1|card address line2|customer address 1|customer address 2|customer address line1|customer address line2|account address1|account address2|account address 1|account address 2|default address address1|default address address2|adress1|adress2|adress 1|adress 2|stras|postadresse|" +
		"adress|gatuadress|gata|adressrad 1|adressrad 2|postadress|co adress|c o|" +
		"straße|strasse|anschrift|adresse|hausnummer|hausnr|straße und hausnummer|adresszeile 1|adresszeile 2|" +
		"gateadresse|gate|adresselinje 1|adresselinje 2|adresse 1|adresse 2|husnummer|vej|vejnavn|gade|gadenavn|" +
		"katuosoite|osoite|lähiosoite|katu|postiosoite",
	zipCode:
		"zip code|zip|zipcode|postal code|post code|postcode|address zip|address postal code|card address zip|customer zip|customer postcode|customer postal code|customer zip code|account postal code|account zip|default address zip|pstlz|" +
		"postnummer|postnr|post nr|postleitzahl|plz|postinumero|postinro",
	city:
		"city|town|locality|address city|card address city|customer city|postal town|customer town|account city|default address city|ort01|" +
		"ort|postort|stad|stadt|wohnort|by|poststed|sted|bynavn|kaupunki|postitoimipaikka|paikkakunta",
	country:
		"country|country code|address country|card address country|country iso|iso country|country code alpha2|country code alpha 2|country name|customer country|shopper country|account country|default address country code|land1|länderschlüssel|" +
		"land|landkod|landskod|ländercode|länderkürzel|landkode|landekode|maa|maakoodi|maatunnus",
	billingStreet:
		"billing street|billing address|billing address 1|billing address 2|billing address line 1|billing address line 2|billing address line1|billing address line2|billing line1|billing line2|billing street address|billing extended address|billing address street|billing address house number or name|invoice address|invoice address street|invoice address house number|billing address street address|billing address extended address|billing address street address2|billing address line3|billing address line 3|billing house number or name|fakturaadress 1|fakturaadress 2|" +
		"fakturaadress|faktureringsadress|faktura gatuadress|rechnungsadresse|rechnungsanschrift|fakturaadresse|faktureringsadresse|faktureringsadresse 1|laskutusosoite",
	billingZipCode:
		"billing zip code|billing zip|billing postal code|billing postcode|billing address zip|billing address postal code|billing address zip code|invoice zip|invoice address zip code|invoice address postal code|" +
		"faktura postnummer|fakturapostnummer|fakturerings postnummer|rechnungs plz|rechnung plz|laskutuspostinumero",
	billingCity:
		"billing city|billing address city|billing town|billing locality|invoice city|invoice address city|billing address locality|billing address town|" +
		"faktura ort|fakturaort|faktura stad|rechnungsort|faktura by|faktura poststed|laskutuskaupunki",
	billingCountry:
		"billing country|billing country code|billing address country|billing address country code|billing country code alpha2|billing country name|invoice country|invoice address country|invoice address country code|billing address country code alpha2|billing address country name|" +
		"faktura land|fakturaland|rechnungsland|laskutusmaa",
	deliveryStreet:
		"delivery street|delivery address|delivery address 1|delivery address 2|delivery address line 1|delivery address line 2|delivery address street|shipping street|shipping address|shipping address 1|shipping address 2|shipping address line1|shipping address line2|shipping address line 1|shipping address line 2|shipping line1|shipping line2|shipping street address|shipping extended address|consumer shipping address address line1|consumer shipping address address line2|leveransadress 1|leveransadress 2|" +
		"leveransadress|lieferadresse|lieferanschrift|leveringsadresse|toimitusosoite",
	deliveryZipCode:
		"delivery zip code|delivery zip|delivery postal code|delivery postcode|delivery address zip|delivery address postal code|shipping zip code|shipping zip|shipping postal code|shipping postcode|shipping address zip|shipping address postal code|consumer shipping address postal code|leveransadress postnummer|" +
		"leverans postnummer|liefer plz|leverings postnummer|levering postnummer|toimituspostinumero",
	deliveryCity:
		"delivery city|delivery address city|delivery town|shipping city|shipping address city|shipping locality|consumer shipping address city|leveransadress ort|" +
		"leveransort|leverans ort|lieferort|leveringsby|levering by|leverings poststed|toimituskaupunki",
	deliveryCountry:
		"delivery country|delivery country code|delivery address country|shipping country|shipping country code|shipping address country|shipping country code alpha2|consumer shipping address country|leveransadress land|" +
		"leveransland|lieferland|leveringsland|toimitusmaa",
	type:
		"type|customer type|contact type|legal entity type|person or organization|entity type|" +
		"kundtyp|typ|kundentyp|kundenart|kundetype|asiakastyyppi|tyyppi",
	identityNumber:
		"identity number|identification number|national id|national identity number|national identification number|personal number|personal identity number|social security number|ssn|organization number|organisation number|org number|org no|org nr|company number|company registration number|registration number|business id|vat number|vat id|vat|tax id|account vat number|business vat id|tax vat number|organisationsnr|organisationsnummer personnummer|organisationsnummer personnr|eu ustid|stceg|" +
		"personnummer|personnr|organisationsnummer|orgnr|pers org nr|person organisationsnummer|momsnummer|momsregistreringsnummer|" +
		"personalausweisnummer|ust id|ust idnr|umsatzsteuer id|handelsregisternummer|steuernummer|" +
		"fødselsnummer|fødselsnr|organisasjonsnummer|orgnummer|cpr|cpr nummer|cpr nr|cvr|cvr nummer|cvr nr|" +
		"henkilötunnus|hetu|y tunnus|sosiaaliturvatunnus",
	currency:
		"currency|currency code|currency iso|currency iso code|preferred currency|default currency|preferred currency code|customer preferred currency code|purchase currency|waers|" +
		"valuta|valutakod|währung|währungscode|valutakode|valuutta|valuuttakoodi",
	limit:
		"limit|credit limit|amount limit|max amount|maximum amount|" +
		"kreditgräns|kreditlimit|gräns|kreditrahmen|kreditgrense|kredittgrense|kreditgrænse|kreditmaks|kreditmax|luottoraja|raja",
	schedule:
		"schedule|payment schedule|billing schedule|billing period|billing interval|billing cycle|billing frequency|payment interval|interval|plan interval|frequency|" +
		"betalningsplan|betalningsintervall|intervall|faktureringsintervall|betalplan|zahlungsplan|zahlungsintervall|abrechnungszeitraum|turnus|betalingsplan|betalingsinterval|betalingsintervall|maksuaikataulu|laskutusväli|laskutusjakso",
	token:
		"card token|token|card|single use token|single use card token|card jwt|intergiro token|intergiro card token|payment token|payment method token|method card|method|" +
		"korttoken|kort token|kort|kortreferens|karten token|kartentoken|karte|kort reference|korttitunniste|korttitoken|kortti",
	ip: "ip|ip address|client ip|customer ip|shopper ip|buyer ip|ip adress|ip adresse|ip osoite|customer ip address",
	colorDepth: "color depth|colour depth|browser color depth|browser colour depth|screen color depth|färgdjup|farbtiefe",
	resolution:
		"resolution|screen resolution|browser resolution|screen size|browser screen size|skärmupplösning|upplösning|auflösung|bildschirmauflösung",
	java: "java|java enabled|browser java|browser java enabled",
	javascript:
		"javascript|java script|javascript enabled|java script enabled|browser javascript|browser java script enabled|js|js enabled",
	locale:
		"locale|browser locale|customer locale|shopper locale|preferred locale|preferred locales|language|browser language|lang|language code|preferred language|account preferred locale|customers locale|" +
		"språk|språkkod|sprache|sprachcode|språkkode|sprog|sprogkode|kieli|kielikoodi",
	timezone:
		"timezone|time zone|timezone offset|time zone offset|browser timezone|browser time zone|browser timezone offset|browser time zone offset|utc offset|tidszon|zeitzone|tidssone|tidszone|aikavyöhyke",
	parent: "parent|origin|page origin|browser parent|parent origin|site origin|page url|origin url",
}
