import type { Vocabulary, Word } from "../concepts.ts"
import { spellings } from "../words.ts"

/** Who pays, and may so be the customer. */
const payers = `
	payer, payers, payor, bill payer, fee payer, rate payer, levy payer, paying party, responsible party, responsible for payment, policyholder, policy holder
	betalare, betalares, betalaren, betalarens, betalar-, avgiftsbetalare, premiebetalare, betalningsansvarig, försäkringstagare,
	försäkringstagarens
	gebührenpflichtiger, beitragspflichtiger, kostenpflichtiger, abgabenpflichtiger, avgiftsskyldig, betalningsskyldig, avgiftspliktig,
	betalingsplichtige, heffingsplichtige, maksuvelvollinen, redevable, obligado al pago, obbligato al pagamento, zobowiązany do zapłaty
	zahler, zahlers, beitragszahler, rechnungszahler, zahlungspflichtiger, zahlungspflichtige, kostenträger, versicherungsnehmer,
	versicherungsnehmers
	betaler, betalers, betaleren, betalerens, betalingsansvarlig, betalingspliktig, forsikringstaker, forsikringstager
	maksaja, maksajan, laskun maksaja, vakuutuksenottaja, vakuutuksenottajan
	payeur, payeuse, tiers payeur, responsable financier, souscripteur, preneur d'assurance
	pagador, pagadora, responsable de pago, responsable del pago, tomador, tomador del seguro
	pagatore, pagante, soggetto pagante, contraente
	płatnik, płatnika, ubezpieczający, ubezpieczającego
	betalende, verzekeringnemer
	paid by, bezahlt von, bezahlt durch, betalas av, betales av, betales af, maksajana, payé par, pagado por, pagato da, płaci, betaald door
	main member, head member, primary member, huvudmedlem, huvudmedlems, huvudkund, hauptmitglied, hauptmitglieds, hauptkunde, hovedmedlem,
	hovedmedlems, hovedkunde, pääjäsen, membre principal, adhérent principal, socio titular, socio principal, socio principale,
	główny członek, hoofdlid
`
/** Who is responsible for somebody else, and mostly pays; as a rule not the customer. */
const guardians = `
	guardian, guardians, parents, parent guardian, legal guardian, carer, caregiver, guarantor, sponsor, mother, father, mum, mom, dad, legal representative
	målsman, målsmans, målsmannens, vårdnadshavare, vårdnadshavares, vårdnadshavaren, vårdnadshavarens, förälder, förälders, föräldrar,
	föräldrarnas, förmyndare, god man, borgensman, mamma, mammas, pappa, pappas
	erziehungsberechtigter, erziehungsberechtigte, erziehungsberechtigten, sorgeberechtigter, sorgeberechtigte, sorgeberechtigten, vormund,
	eltern, elternteil, elternteils, mutter, vater, mama, papa, gesetzlicher vertreter, gesetzliche vertreter, bürge
	foresatt, foresatte, foresattes, verge, verges, forelder, forelders, foreldre, kausjonist
	værge, værges, forælder, forælders, forældre, forældres, forældremyndighedsindehaver, kautionist
	huoltaja, huoltajan, vanhempi, vanhemman, edunvalvoja, edunvalvojan, takaaja, takaajan
	tuteur, tutrice, responsable légal, représentant légal, mère, père, maman, garant
	tutor, tutora, padre, madre, padres, tutor legal, apoderado, apoderada, representante legal, avalista
	genitore, genitori, tutore, rappresentante legale, garante
	rodzic, rodzica, rodzice, rodziców, opiekun, opiekuna, opiekun prawny, opiekuna prawnego
	ouder, ouders, voogd, verzorger, ouder verzorger
`
let kindsParents: ReadonlySet<string> | undefined

/** Whether a folded word is that for whoever is responsible for a child in Dutch or German. */
export function isParentOfKind(word: string): boolean {
	kindsParents ??= new Set(
		`eltern elternteil elternteils mutter vater erziehungsberechtigter erziehungsberechtigte erziehungsberechtigten
		sorgeberechtigter sorgeberechtigte sorgeberechtigten vormund ouder ouders voogd verzorger`
			.split(/\s+/)
			.flatMap(spellings),
	)
	return kindsParents.has(word)
}

let spanishFamily: ReadonlySet<string> | undefined

/** Whether a folded word is that for somebody of a family, or who is taught, in Spanish, where a tutor is a guardian and no teacher. */
export function isOfSpanishFamily(word: string): boolean {
	spanishFamily ??= new Set(
		"alumno alumna alumnos estudiante padre madre padres hijo hija niño niña paciente socio apoderado apoderada tutora"
			.split(/\s+/)
			.flatMap(spellings),
	)
	return spanishFamily.has(word)
}

/** For whom somebody may pay, and who may be the customer all the same. */
const served = `
	member, members, plan member, scheme member, pupil, pupils, student, students, patient, patients, tenant, resident, player, participant, registrant, attendee, passenger,
	insured, insured person, insured party, enrollee, rider, riders, camper, swimmer, gymnast, dancer, athlete, learner, trainee
	elev, elevs, elevens, ryttare, ryttares, ryttar-, ryttarens, kursist, kursists, kursistens, medlem, medlems, medlemmen, medlemmens, patientens, hyresgäst, hyresgästs, hyresgästens, boende, deltagare,
	deltagares, deltagarens, spelare, spelares, försäkrad, försäkrads, försäkrade, försäkrades
	schüler, schülers, schülerin, fahrschüler, fahrschülers, fahrschülerin, tanzschüler, tanzschülers, musikschüler, musikschülers, sprachschüler, patienten, mitglied, mitglieds, mieter, mieters, bewohner, bewohners, teilnehmer, teilnehmers, reiter, reiters, reitschüler, reitschülers, spieler,
	versicherter, versicherte, versicherten, versicherte person
	pasient, pasienten, pasientens, leietaker, leietakers, beboer, beboers, deltaker, deltakers, spiller, spillers, forsikret, forsikrede,
	forsikredes
	lejer, lejers, deltager, deltagers, rytter, rytters, ryttere, borger, borgers, borgerens
	oppilas, oppilaan, opiskelija, opiskelijan, potilas, potilaan, jäsen, jäsenen, vuokralainen, vuokralaisen, vuokralais-, asukas, asukkaan,
	osallistuja, osallistujan, pelaaja, pelaajan, vakuutettu, vakuutetun
	élève, élèves, lecteur, lecteurs, lectrice, étudiant, étudiante, patiente, membre, adhérent, adhérents, adhérente, locataire, assuré, assurée, participante, résident,
	résidente, joueur, joueuse, licencié, licenciée
	alumno, alumna, estudiante, paciente, socio, socia, miembro, inquilino, asegurado, asegurada, residente, jugador, jugadora
	alunno, alunna, allievo, allieva, studente, studentessa, paziente, membro, assicurato, assicurata, partecipante, atleta, tesserato, iscritto
	uczeń, ucznia, studenta, pacjent, pacjenta, członek, członka, członkowski, najemca, najemcy, ubezpieczony, ubezpieczonego, uczestnik,
	uczestnika, mieszkaniec, mieszkańca, kursant, kursanta, kursantka, kursantki, słuchacz, słuchacza
	leerling, leerlingen, patiënt, patiënten, lid, leden, huurder, huurders, verzekerde, deelnemer, deelnemers, bewoner, bewoners, cursist
	subscriber, subscribers, abonnent, abonnents, abonnenten, abonnentens, prenumerant, prenumerants, prenumeranten, prenumerantens, prenumerator, prenumeratora, abonné,
	abonnés, abonnée, abonado, abonada, suscriptor, suscriptora, abbonato, abbonata, abonent, abonenta, abonnee, abonnees
`
/** Children of somebody, who are as a rule not the customer. */
const children = `
	child, barn, barnet, barnets, barns, kindes, lapsi, lapsen, enfant, niño, niña, hijo, hija, bambino, bambina,
	figlio, figlia, dziecko, dziecka
`

/** Who orders goods for somebody, and is the customer where nobody else receives them. */
export const buyers = `
	buyer, buyers, purchaser, orderer, ordered by, bestilt av, bestilt af, beställt av, beställd av, bestellt von, besteld door, commandé par,
	encargado por, ordinato da, zamówione przez, sold to, gift giver, giver, donor of gift
	köpare, köparens, köpar-, beställare, beställarens, beställar-, ordergivare, ordergivarens, uppdragsgivare, uppdragsgivarens, presentgivare,
	gåvogivare
	käufer, käufers, auftraggeber, auftraggebers, besteller, bestellers, schenker, geschenkgeber
	kjøper, kjøpers, kjøperens, bestiller, bestillers, bestillerens, oppdragsgiver, oppdragsgivers, gavegiver
	køber, købers, køberens, ordregiver, ordregivers, opdragsgiver
	ostaja, ostajan, tilaaja, tilaajan, toimeksiantaja, toimeksiantajan, lahjan antaja
	acheteur, acheteuse, commanditaire, donneur d'ordre, offrant
	comprador, compradora, ordenante
	acquirente, compratore, committente, ordinante
	nabywca, nabywcy, kupujący, kupującego, zleceniodawca, zleceniodawcy, zamawiający, zamawiającego
	koper, kopers, opdrachtgever, opdrachtgevers, besteller
`
/** Who receives goods that somebody else may have ordered. */
export const recipients = `
	recipient, recipients, receiver, consignee, ship to, gift recipient
	mottagare, mottagarens, mottagar-, godsmottagare, godsmottagarens, varumottagare, varumottagarens, leveransmottagare, gåvomottagare,
	presentmottagare
	empfänger, empfängers, warenempfänger, warenempfängers, lieferempfänger, lieferempfängers, beschenkter, beschenkte
	mottaker, mottakers, mottakerens, varemottaker, varemottakers, gavemottaker
	modtager, modtagers, modtagerens, varemodtager, varemodtagers, gavemodtager
	vastaanottaja, vastaanottajan, lahjan saaja
	destinataire
	destinatario, destinataria, consignatario
	destinatario, ricevente
	odbiorca, odbiorcy, obdarowany, obdarowanego
	ontvanger, ontvangers, geadresseerde
`
/** Who has an animal, a vehicle or a boat, of which the rest of a file may be; of an account it is who sells to it. */
export const owners = `
	owner, owners, keeper, keepers, pet owner, horse owner, boat owner, registered keeper
	ägare, ägares, ägaren, ägarens, ägar-
	halter, halters, halterin, einsteller, einstellers, einstellerin, besitzer, besitzers, besitzerin, eigentümer, eigentümers, eigentümerin, eigner, eigners, tierhalter, tierhalters,
	fahrzeughalter, fahrzeughalters, pferdebesitzer, bootseigner
	eier, eiers, eieren, eierens, eigar
	ejer, ejers, ejeren, ejerens
	omistaja, omistajan
	propriétaire, propriétaires, détenteur, détentrice
	propietario, propietaria, dueño, dueña
	proprietario, proprietaria, detentore
	właściciel, właściciela, właścicielka, właścicielki
	eigenaar, eigenaars, eigenaren, eigenaresse
`
/** Of the family of somebody whom they may answer for: where most customers are reached by them alone, it is asked who the customer is. */
export const relatives = `
	next of kin, anhörig, anhörigs, närmast anhörig, närmaste anhörig, närstående, pårørende, pårørendes, nærmeste pårørende,
	angehöriger, angehörige, angehörigen, omainen, omaisen, lähiomainen, lähiomaisen
`

/** Who lies in a grave that somebody else has, or was born to somebody: never the customer. */
const buried = `
	gravsatt, gravsatta, gravsattes, begravd, begravda, jordfäst, jordfästa, nyfödd, nyfött
	beigesetzter, beigesetzte, beigesetzten, bestatteter, bestattete, bestatteten, begrabener, begrabene, neugeborenes
	gravlagt, gravlagte, bisatt, bisatte, begravet, begravede, nyfødt, nyfødte
	haudattu, haudatun, vainaja, vainajan, vastasyntynyt
	buried, interred, buried person, person buried, newborn
	inhumé, inhumée, personne inhumée, nouveau né
	inhumado, inhumada, sepultado, sepultada, recién nacido
	sepolto, sepolta, tumulato, tumulata, neonato
	pochowany, pochowana, osoba pochowana, noworodek
	begravene, begraven persoon, pasgeborene
`

/** The phrases of a list. */
export const phrasesOf = (list: string): readonly string[] =>
	list
		.split(/[,\n]/)
		.map((phrase) => phrase.trim())
		.filter(Boolean)

let buriedWords: ReadonlySet<string> | undefined

/** Whether a folded word is for who lies in a grave. */
export function isBuried(word: string): boolean {
	buriedWords ??= new Set(phrasesOf(buried).flatMap(spellings))
	return buriedWords.has(word)
}

const all = (list: string, word: Word): Vocabulary =>
	Object.fromEntries(phrasesOf(list).map((phrase) => [phrase, word]))

/** Who is another one than whoever stands beside. */
const differing = `
	different, differing, deviating, avvikande, abweichender, abweichendes, abweichenden, avvikende, afvigende, poikkeava, différent,
	différente, distinto, distinta, diferente, diverso, diversa, odmienny, afwijkend, afwijkende
`

/** Who owes taxes, by a name or by a number. */
const taxed = `
	skattskyldig, skattepliktig, skattyter, skatteyder, steuerpflichtiger, steuerpflichtige, verovelvollinen, veronmaksaja, contribuable,
	contribuyente, contribuente, podatnik, podatnika, belastingplichtige
`
/** Who has the connection to a net, or whatever is supplied. */
const connected = `
	anschlussinhaber, anschlussinhabers, anschlussnehmer, anschlussnehmers, abnehmer, abnehmers, anslutningsinnehavare, liittymän haltija,
	liittymän omistaja, abonnementsinnehaver, abonnementsindehaver, contracthouder, aansluithouder
	concessionnaire, concesionario, concessionario, gravrättsinnehavare, gravrättsinnehavarens, gravstedsindehaver, gravstedsindehavers,
	nutzungsberechtigter, nutzungsberechtigte, nutzungsberechtigten, grabnutzungsberechtigter, rechthebbende, graveier, festeren, fester
`
/** Who has the land or the house that fees are for. */
const landed = `
	grundejer, grundejers, grundeier, grundeiers, husejer, huseier, lodsejer, parcelejer, haveejer, hytteeier, hytteeiers, tomteier, fastighetsägare,
	fastighetsägares, villaägare, tomträttshavare, tomtägare, grundstückseigentümer, hauseigentümer, wohnungseigentümer, kiinteistönomistaja,
	mökinomistaja, homeowner, home owner, householder, leaseholder, lease holder, freeholder, unit owner, copropriétaire, comunero, condomino,
	huiseigenaar, woningeigenaar
`

/** Words for the two parties that one file may tell of: who is served, and who pays. */
export const parties: Vocabulary = {
	...all(payers, ["party", "payer"]),
	...all(guardians, ["other", "payer"]),
	...all(owners, "other"),
	...all(relatives, "other"),
	...all(buyers, "party"),
	...all(recipients, "delivery"),
	recipient: ["party", "delivery"],
	parent: ["parent", "payer"],
	...all(served, ["party", "served"]),
	...all(children, ["other", "served"]),
	...all(taxed, ["tax", "party"]),
	...all(connected, ["contract", "holder"]),
	...all(landed, "party"),
	...all(buried, "other"),
	...all(differing, "plain"),
	// What is somebody's own is the customer's.
	...all("egen, eget, egna, egne, eigene, eigenes, eigener", "plain"),
	// Who has a share of a harvest, or answers for an animal.
	...all("ernteteiler, ernteteilers, ernteteilerin, solawist, pate, patin, paten", "party"),
	// Who pays for several, as brothers and sisters, has it.
	...all(
		"family account, familjekonto, familienkonto, familiekonto, perhetili, compte famille, cuenta familiar, conto famiglia",
		"account",
	),
	// Whoever belongs to a brotherhood; of a family it is a brother.
	...all("id hermano, nº hermano, n hermano, num hermano, número hermano, número de hermano", [
		"party",
		"served",
		"number",
	]),
	"family id": ["account", "id"],
	"family no": ["account", "number"],
	"family number": ["account", "number"],
	// In English a kind is a type.
	...all("name kind, kind name", ["name", "other", "served"]),
	...all("vorname kind, kind vorname", ["first", "other", "served"]),
	...all("nachname kind, kind nachname", ["last", "other", "served"]),
}
