/**
 * Names that columns of merchants' exports plausibly have, and what somebody who knows the trade takes them for.
 * Written before the module they judge. Key: the field; with a `?` the name means other things as well; `foreign` is
 * known as not ours. Separated by `|`.
 */
export const names: Readonly<Record<string, readonly string[]>> = {
	number: [
		"Customer number|Customer No|Customer No.|Customer #|customer_id|customerId|CustomerID|Cust No|CustNo|CUSNO|Client number|Client ID|ClientNo|Member number|Member ID|MemberNo|Membership number|Subscriber number|Subscriber ID|Donor Number|Donor ID|Supporter ID|Patient number|Driver ID|Tenant no|Guest number|Shopper ID|Buyer number|Debtor number|Debtor no.|Customers[Customer No]|customer[id]|customer.number|Customer number *|Customer number (required)|Customer Code|Sell-to Customer No.|Merchant customer ID",
		"Kundnummer|Kundnr|Kundnr.|Kund-nr|Kund nr|KundID|Kund-ID|Kundkod|Kundens nummer|Kund-\nnummer|Medlemsnummer|Medlemsnr|Prenumerantnr|Prenumerantnummer|Abonnentnummer|Givarnummer|Hyresgästnr|Patientnummer|KUNDNR",
		"Kundennummer|Kunden-Nr.|KUNDEN_NR|KdNr|Kd.-Nr.|KDNR|Kunden-ID|Mitgliedsnummer|Mitglieds-Nr.|Mitgliedsnr|Debitorennummer|Debitoren-Nr.|Debitor Nr.|Abonnentennummer|Spendernummer|Mandantennummer|Mieternummer|Patientennummer|Kundennr",
		"Kundenummer|Kundenr|Kundenr.|Kunde nr.|Kunde-ID|Medlemsnr.|Abonnentnr|Debitornr|Debitornummer|Givernummer",
		"Asiakasnumero|Asiakasnro|Asiakas nro|Asiakastunnus|Jäsennumero|Jäsennro|Tilaajanumero",
		"Numéro de client|N° client|No client|Code client|Numéro client|Identifiant client|Numéro d'adhérent|Número de cliente|Nº cliente|N.º de cliente|Código de cliente|Código cliente|Número de socio|Codice cliente|Numero cliente|Num. cliente|Numer klienta|Nr klienta|Kod klienta|Klantnummer|Klantnr|Klant-ID|Relatienummer|Relatienr|Debiteurnummer|Debiteurennummer|Lidnummer|Donateursnummer|Abonneenummer",
		"KUNNR",
	],
	"number?": [
		"Payer number",
		"Id|ID|Nr|Nr.|No|No.|Ref|Number|Nummer|Numero|Reference|External ID|externalId|External reference|Handle|Code|Account number|Kontonr|Account no|Acct #|Account ID|Account code|User ID|user_id|Customer reference|Kundreferens|Referens|merchantReference|shopperReference|UUID|Record ID|Stripe customer ID|Legacy customer number|Gammalt kundnummer|Kundenkonto|Bill-to Customer No.|#",
	],
	"customer?": ["Customer|Kund|Kunde|Asiakas|Client|Member|Klant|Cliente|Debitor|Medlem"],
	name: [
		"Name|Full name|fullName|Customer name|Customer's name|Client name|Member name|Name of customer|Billing name|billing_name|Invoice name|Contact name|Name on invoice|Shopper name|name1|NAME1|Donor name|First and last name",
		"Namn|Kundnamn|Kundens namn|Fullständigt namn|Medlemsnamn|För- och efternamn|Förnamn Efternamn|Fakturanamn|Kundenname|Vollständiger Name|Vor- und Nachname|Rechnungsname|Navn|Kundenavn|Fullt navn|Fornavn og etternavn|Medlemsnavn|Nimi|Asiakkaan nimi|Asiakasnimi|Koko nimi|Jäsenen nimi",
		"Nom complet|Nom du client|Nom et prénom|Nombre completo|Nombre y apellidos|Nombre del cliente|Nome completo|Nome cliente|Nome e cognome|Imię i nazwisko|Naam|Klantnaam|Volledige naam",
	],
	"name?": [
		"Cardholder name|Cardholder|Card holder|Name on card|Name (as on card)|Kortinnehavare|Karteninhaber|Kortholder|Kortinnehaver|Kortinhaltija|Contact|Kontaktperson|Ansprechpartner|Contact person|Display name|Shipping name|Titulaire de la carte|Titular de la tarjeta",
	],
	"company?": ["Account name|Legal name"],
	company: [
		"Company|Company name|CompanyName|Organisation name|Organization|Organisation|Business name|Billing company|billing_company|Customer company|Firm|Företag|Företagsnamn|Bolag|Firma|Firmenname|Unternehmen|Firmanavn|Bedrift|Bedriftsnavn|Virksomhed|Selskap|Yritys|Yrityksen nimi|Yritysnimi|Entreprise|Société|Raison sociale|Empresa|Razón social|Azienda|Ragione sociale|Nazwa firmy|Bedrijf|Bedrijfsnaam|Organisatie|Name (company)",
	],
	firstName: [
		"First name|first_name|FirstName|Given name|Forename|FNAME|First Name (required)|Customer first name|billing_first_name|Billing: First name|Contact First Name|Shopper first name|Förnamn|Tilltalsnamn|Kundens förnamn|Vorname|Fornavn|Etunimi|Prénom|Imię|Voornaam",
	],
	lastName: [
		"Last name|last_name|lastname|Surname|Family name|LNAME|billing_last_name|Customer surname|Efternamn|Nachname|Familienname|Etternavn|Sukunimi|Apellidos|Apellido|Cognome|Nazwisko|Achternaam|Nom de famille",
		"Familienavn|Familjenamn|Slægtsnavn|Nom d'usage|Nom usuel|Nachn.",
	],
	"firstName part": ["Middle name|Mellannamn|Mellemnavn|Zweiter Vorname"],
	"lastName part": ["Tussenvoegsel|Segundo apellido|Apellido 2"],
	email: [
		"Email|E-mail|E-Mail*|e_mail|Email address|EmailAddress|E-mail (required)|Mail|Customer email|customer.email|Contact email|Primary email|Email 1|email1|Member email|SMTP_ADDR|shopperEmail|User email|Secondary email",
		"E-post|Epost|E-postadress|e-post adress|Mejl|Mejladress|Mailadress|Kundens e-post|E-Mail-Adresse|Mailadresse|E-Mail (privat)|E-postadresse|Sähköposti|Sähköpostiosoite|S-posti|Asiakkaan sähköposti|Courriel|Adresse e-mail|Adresse électronique|Correo electrónico|Correo|Indirizzo e-mail|Posta elettronica|Adres e-mail|E-mailadres",
	],
	"email?": ["Cardholder email|Company email|Delivery email"],
	billingEmail: [
		"Billing email|billing_email|billingEmail|Invoice email|Invoice e-mail address|Email for invoices|E-mail (invoice)|Accounts payable email|Faktura e-post|Fakturaepost|Fakturamejl|E-post faktura|Faktureringsmail|Rechnungs-E-Mail|E-Mail Rechnung|Fakturaepostadresse|Faktura e-mail|Laskutussähköposti|Laskutus sähköposti|E-mail de facturation|Correo de facturación|Email fatturazione|Factuur e-mail",
	],
	phone: [
		"Phone|Phone number|PhoneNumber|phone_no|Telephone|Telephone no.|Tel|Tel.|Contact phone|Customer phone|billing_phone|Billing Phone Number|Phone 1|Primary phone|Telefon|Telefonnummer|Telefonnr|Tel.nr|Tel-nr|Tlf|Tlf.|Tlf.nr|Tlfnr|Telefon 1|Rufnummer|Puhelin|Puhelinnumero|Puh.|Téléphone|Numéro de téléphone|Teléfono|Telefono|Numer telefonu|Telefoonnummer|Telefoon",
	],
	cellphone: [
		"Mobile|Mobile phone|Mobile number|mobile_phone|Cell|Cell phone|Cellphone number|Phone (mobile)|Mobil|Mobilnummer|Mobilnr|Mobiltelefon|Mobiltelefonnummer|Handy|Handynummer|Handy-Nr.|Mobiltlf|Matkapuhelin|Matkapuhelinnumero|Kännykkä|GSM|Portable|Téléphone portable|Móvil|Cellulare|Telefon komórkowy|Mobiel|Mobiele telefoon|MSISDN",
	],
	landline: [
		"Landline|Home phone|Work phone|Office phone|Hemtelefon|Telefon hem|Fast telefon|Festnetz|Festnetznummer|Fasttelefon|Lankapuhelin|Arbetstelefon",
	],
	street: [
		"Street|Street address|StreetAddress|Address|Address 1|Address line 1|address_line1|AddressLine1|addr1|Customer address|Home address|Postal address|Visiting address|Mailing address|Street and number|Street (incl. no)|Street, no.|customer.address.line1|address[street]|Card Address Line1",
		"Adress|Gatuadress|Gata|Adressrad 1|Postadress|Besöksadress|Hemadress|Utdelningsadress|Adress (gata)|Adresse|Straße|Strasse|Str.|Straße und Hausnummer|Straße/Hausnr.|Straße, Nr.|Anschrift|Wohnadresse|Gateadresse|Gate|Vej|Vejnavn|Vejnavn og nr.|Gade|Gadenavn|Postadresse|Besøksadresse|Katuosoite|Lähiosoite|Osoite|Katu|Postiosoite",
		"Rue|Adresse postale|Calle|Dirección|Direccion|Indirizzo|Ulica|Adres|Straat|Straatnaam|STRAS",
	],
	"street part": [
		"House number|House no|House no.|houseNumber|Street number|Hausnummer|Hausnr.|Haus-Nr.|Husnummer|Husnr|Talonumero|Huisnummer|Address 2|Address line 2|address_line2|AddressLine2|addr2|Adressrad 2|Adresszeile 2|Adresszusatz|Adresselinje 2|Street 2|Extended address|Apartment|Apt|Lägenhetsnummer|Lgh nr|c/o|C/O-adress|Etage|Complément d'adresse|Huisnummer toevoeging|Suite",
	],
	zipCode: [
		"Zip|ZIP code|zipCode|zip_code|Postal code|PostalCode|postal_code|Postcode|Post code|Customer zip|customer.address.postal_code|Zip/Postal code|Postnummer|Postnr|Postnr.|Post-nr|Postleitzahl|PLZ|Postinumero|Postinro|Postnum.|PSTLZ|Code postal|Código postal|Codice postale|Kod pocztowy|Kod poczt.|C. Postal|Cod. avv. postale|Postc.",
	],
	"street?": ["Via"],
	"zipCode?": ["CAP|CP"],
	city: [
		"City|Town|City name|City/Town|Locality|Postal town|Customer city|address.city|Ort|Postort|Stad|Ortnamn|Stadt|Wohnort|By|Bynavn|Poststed|Sted|Kaupunki|Postitoimipaikka|Paikkakunta|Ville|Ciudad|Città|Citta|Miasto|Woonplaats|Plaats|ORT01|Localité",
	],
	country: [
		"Country|Country code|CountryCode|country_iso|Country (ISO)|Country name|Customer country|Address country|ISO country code|Country of residence|Land|Landkod|Landskod|Ländercode|Länderkürzel|Landkode|Landekode|Maa|Maakoodi|Pays|Code pays|País|Kraj|LAND1|Wohnland",
	],
	"city?": ["Gemeente|Gemeinde|Municipio|Gmina"],
	"country?": ["Land/region|Country/Region|Nation|Paese|Stato|Staat|État"],
	billingStreet: [
		"Billing address|Billing street|billing_address_1|billingAddress.street|Billing Address Line 1|Invoice address|Address (billing)|Fakturaadress|Faktureringsadress|Faktura adress|Rechnungsadresse|Rechnungsanschrift|Rechnungsstraße|Fakturaadresse|Faktureringsadresse|Laskutusosoite|Adresse de facturation|Dirección de facturación|Indirizzo di fatturazione|Factuuradres",
	],
	"billingStreet part": ["billing_address_2|Billing Address Line 2|Billing house number|Fakturaadress 2"],
	billingZipCode: [
		"Billing zip|billing_postcode|billingAddress_zip|Billing postal code|BillingPostalCode|Invoice zip code|Fakturapostnr|Faktura postnummer|Fakturapostnummer|Rechnungspostleitzahl|Rechnungs-PLZ|Faktura postnr.|Laskutuspostinumero",
	],
	billingCity: [
		"Billing city|BillingCity|Invoice city|Fakturaort|Faktureringsort|Fakturapostort|Rechnungsort|Rechnungsstadt|Faktura by|Faktura poststed|Laskutuskaupunki",
	],
	billingCountry: [
		"Billing country|billing_country|Billing country code|billingAddress.countryCode|Fakturaland|Faktureringsland|Rechnungsland|Laskutusmaa",
	],
	deliveryStreet: [
		"Delivery address|Shipping address|ShippingAddress__street|shipping_address_1|Ship-to address|Leveransadress|Utleveransadress|Lieferadresse|Lieferanschrift|Versandadresse|Leveringsadresse|Toimitusosoite|Adresse de livraison|Bezorgadres|Afleveradres",
	],
	deliveryZipCode: [
		"Delivery zip|shipping_postcode|Shipping Zip|Leveranspostnr|Leveranspostnummer|Liefer-PLZ|Lieferpostleitzahl|Leveringspostnummer|Toimituspostinumero",
	],
	deliveryCity: ["Delivery city|shipping_city|Leveransort|Leveransadressort|Lieferort|Leveringsby|Toimituskaupunki"],
	deliveryCountry: [
		"Delivery country|shipping_country|Shipping Country Code|Leveransland|Lieferland|Leveringsland|Toimitusmaa",
	],
	"type?": [
		"Type|Typ|Customer type|Kundtyp|Kundentyp|Kundenart|Kundetype|Asiakastyyppi|Account type|Entity type|Klanttype",
	],
	type: ["Person or organization|Privat/Företag"],
	identityNumber: [
		"Identity number|National ID|National identity number|Personal identity number|Social security number|SSN|Organization number|Organisation no.|Org no|Org number|OrgNo|Company number|Company registration number|VAT number|VAT no.|VAT ID|vat_number|Tax ID|Tax number|Person-/organisationsnummer|Personnummer|Personnr|Pers.nr|Organisationsnummer|Orgnr|Org.nr|Org-nr|Org/personnr|Momsregistreringsnummer|Momsnr|VAT-nr|USt-IdNr.|USt-ID|Umsatzsteuer-ID|Steuernummer|Handelsregisternummer|Fødselsnummer|Organisasjonsnummer|Orgnummer|CPR|CPR-nr.|CVR|CVR-nr|CVR nummer|Henkilötunnus|HETU|Y-tunnus|NIF|SIRET|Partita IVA|Codice fiscale|NIP|PESEL|BTW-nummer|KvK-nummer",
	],
	"identityNumber?": ["Registration number|VAT|Company ID"],
	currency: [
		"Currency|currency_code|Account Currency|Ccy|Curr|Customer currency|Preferred currency|Billing currency|Currency (ISO)|Valuta|Valutakod|WAEHRUNG|Währung|Kundenwährung|Valutakode|Valuutta|Devise|Moneda|Divisa|Waluta|WAERS",
	],
	limit: [
		"Limit|Credit limit|Limit (SEK)|CreditLimit|Max amount|Kreditgräns|Kreditlimit|Kreditlimit kr|Kreditrahmen|Kreditlimit (EUR)|Kredittgrense|Kreditgrænse|Kreditmaks|Luottoraja|Limite de crédit|Límite de crédito|Kredietlimiet",
	],
	schedule: ["Schedule|Payment schedule|Billing schedule|Betalningsplan|Zahlungsplan|Betalingsplan|Maksuaikataulu"],
	"schedule?": [
		"Interval|Billing period|Billing cycle|Billing frequency|Payment interval|Betalningsintervall|Faktureringsperiod|Abrechnungszeitraum|Zahlungsintervall|Laskutusväli|Frequency|Plan interval",
	],
	token: [
		"Card token|card_token|cardToken|Card token (JWT)|Card token 2|Intergiro card token|Intergiro token|Single-use token|Single use card token|Korttoken|Kort-token|Kort token|Kartentoken|Karten-Token|Korttitoken|Token (card)|Jeton de carte|Kaarttoken|Credit card token|Betalkortstoken|Kreditkartentoken",
	],
	"token?": [
		"Token|Card|Card 2|Card (2)|Kort|Kort 2|Betalkort|Kreditkort|Karte|Kreditkarte|Bankkort|Kortti|Maksukortti|Payment method|Payment token|Betalmetod|Betalsätt|Zahlungsart|Zahlungsmethode|Maksutapa|Carte|Tarjeta|Kortreferens|Method|Kaart",
	],
	ip: ["IP|IP address|ip_address|Customer IP|IP-adress|IP-Adresse|IP-osoite"],
	"locale?": [
		"Language|Språk|Sprache|Sprog|Kieli|Language code|Langue|Preferred language|Kundspråk|Idioma|Lingua|Język|Taal",
	],
	locale: ["Locale|Browser locale|customer_locale"],
	foreign: [
		"Payment Method Token|payment_method_token|Login token|Access token|Session token|Gateway token|Vault token|Processor token|Stored card ID|recurringDetailReference|Refresh token|Card ID|API token|Stripe token|Braintree token|Old token|Password|Username|User name|Användarnamn|Benutzername",
		"State|Region|Province|Delstat|Bundesland|Län|County|Billing state|Shipping state|Fylke|Kommun|Maakunta|Provincia|Kanton",
		"Title|Titel|Anrede|Salutation|Gender|Kön|Geschlecht|Date of birth|DOB|Birthday|Födelsedatum|Geburtsdatum|Fødselsdato|Syntymäaika|Age|Initials",
		"Account manager|Säljare|Sales rep|Sales rep email|Salesperson|Kundansvarig|Created by|Owner|Owner email|Account owner|Agent|Referrer email|Referred by|Selger|Sælger|Verkäufer|Vertreter|Myyjä|Employee no|Supplier no|Vår referens|Parent account|Emergency contact",
		"Card number|Card no.|Kortnummer|Kartennummer|Korttinumero|Kortnummer (maskerat)|Masked card number|PAN|PAN last 4|BIN|Card brand|Card type|Korttyp|Card country|Card funding|Card fingerprint|CVC|CVV|Card last4|Last4|last_4_digits|Sista fyra|Letzte vier Ziffern|Expiry|Exp. month|exp_year|card_exp_year|expiration_date|Expires|Giltig till|Utgångsdatum kort|Gültig bis|Utløpsdato|Card status|Card expiry|Valid thru|Kartenmarke|Kortmärke",
		"Note|Notes|Comment|Comments|Anteckning|Noteringar|Kommentar|Bemerkung|Notiz|Merknad|Bemærkning|Huomautus|Description|Beskrivning|Status|Kundstatus|Active|Aktiv|Created|Created (UTC)|created_at|Updated at|Last modified|Skapad|Erstellt am|Oprettet|Customer since|Kund sedan|Date|Datum|Start date|Tags|Etiketter|Newsletter|Nyhetsbrev|Marketing consent|Email consent|Email verified|Accepts Email Marketing|GDPR|Samtycke",
		"Amount|Belopp|Belopp i kr|Balance|Saldo|Total|Total spent|Total Spend|Summa|Betrag|Orders|Orders count|Number of orders|Antal order|Order id|Order number|Ordernummer|Invoice number|Fakturanummer|Rechnungsnummer|Invoice count|Invoice date|Antal fakturor|Plan|Plan id|Plan name|Product|Produkt|Price|Pris|Preis|Discount|Rabatt|VAT rate|Momssats|MwSt-Satz|Tax exempt|Quantity|Antal|Subscription ID|Subscription status|Abonnemangsnummer|MRR|Delinquent|Contract number|Avtalsnummer|Vertragsnummer|Payment terms|Betalningsvillkor|Zahlungsbedingungen|Due date|Förfallodatum|Price list|Prislista",
		"IBAN|BIC|SWIFT|Bank|Bank name|Bank account number|Bankgiro|Plusgiro|Bankkonto|Kontonummer bank|Clearingnummer|Sort code|Website|Web site|Hemsida|Homepage|URL|Fax|Faxnummer|Telefax|Department|Avdelning|Abteilung|Latitude|Longitude|Source|Källa|Group|Customer group|Kundgrupp|Kundengruppe|Segment|Category|Kategori|Kategorie|Priority|Industry|Bransch|Branche|Job title|Cost center|Kostnadsställe|Attention|EAN|GLN|Newsletter consent|Phone country code|Zip and city|PLZ/Ort|Postnr och ort|Nickname|Auto collection|Net term days|Loyalty points|Deleted|Blocked|Spärrad|Gesperrt",
	],
	unknown: [
		"Banana|Window|Hello|Foo|Sunshine|Fönster|Stolpe|Hästar|Blumenkohl|Fenster|Schmetterling|Kaffe|Column1|Column 7|Unnamed: 0|Field 3|X|A|Casino|Piano|Portal|Country music|Typing|Streetwear|Mailbox full|Cardigan|Kortison|Kundalini|Adressat|Ortodox|Stadium|Bygg|Idrott|Nrx|Nova|Telescope|Cityscape|Zipper|Statement|Emailing|Identical|Cardinal|Cartoon|Postmodern|Number theory|Idee|Vialand",
	],
}
