import type { Vocabulary, Word } from "../concepts.ts"

/** Who pays, and may so be the customer. */
const payers = `
	payer, payers, payor, bill payer, fee payer, paying party, responsible party, responsible for payment, policyholder, policy holder
	betalare, betalares, betalaren, betalarens, betalar-, avgiftsbetalare, premiebetalare, betalningsansvarig, försäkringstagare,
	försäkringstagarens
	zahler, zahlers, beitragszahler, rechnungszahler, zahlungspflichtiger, zahlungspflichtige, kostenträger, versicherungsnehmer,
	versicherungsnehmers
	betaler, betalers, betaleren, betalerens, betalingsansvarlig, betalingspliktig, forsikringstaker, forsikringstager
	maksaja, maksajan, laskun maksaja, vakuutuksenottaja, vakuutuksenottajan
	payeur, payeuse, tiers payeur, responsable financier, souscripteur, preneur d'assurance
	pagador, pagadora, responsable de pago, responsable del pago, tomador, tomador del seguro
	pagatore, pagante, soggetto pagante, contraente
	płatnik, płatnika, ubezpieczający, ubezpieczającego
	betalende, verzekeringnemer
`
/** Who is responsible for somebody else, and mostly pays; as a rule not the customer. */
const guardians = `
	guardian, guardians, parents, parent guardian, legal guardian, carer, caregiver, guarantor, sponsor, mother, father, legal representative
	målsman, målsmans, målsmannens, vårdnadshavare, vårdnadshavares, vårdnadshavaren, vårdnadshavarens, förälder, förälders, föräldrar,
	föräldrarnas, förmyndare, god man, borgensman
	erziehungsberechtigter, erziehungsberechtigte, erziehungsberechtigten, sorgeberechtigter, sorgeberechtigte, sorgeberechtigten, vormund,
	eltern, elternteil, elternteils, mutter, vater, gesetzlicher vertreter, gesetzliche vertreter, bürge
	foresatt, foresatte, foresattes, verge, verges, forelder, forelders, foreldre, kausjonist
	værge, værges, forælder, forælders, forældre, forældres, forældremyndighedsindehaver, kautionist
	huoltaja, huoltajan, vanhempi, vanhemman, edunvalvoja, edunvalvojan, takaaja, takaajan
	tuteur, tutrice, responsable légal, représentant légal, mère, père, garant
	tutor, tutora, padre, madre, padres, tutor legal, apoderado, apoderada, representante legal, avalista
	genitore, genitori, tutore, rappresentante legale, garante
	rodzic, rodzica, rodzice, rodziców, opiekun prawny, opiekuna prawnego
	ouder, ouders, voogd, verzorger, ouder verzorger
`
/** For whom somebody may pay, and who may be the customer all the same. */
const served = `
	member, members, pupil, pupils, student, students, patient, patients, tenant, resident, player, participant, registrant, attendee, passenger,
	insured, insured person, insured party, enrollee, camper, swimmer, gymnast, dancer, athlete, learner, trainee
	elev, elevs, elevens, medlem, medlems, medlemmen, medlemmens, patientens, hyresgäst, hyresgästs, hyresgästens, boende, deltagare,
	deltagares, deltagarens, spelare, spelares, försäkrad, försäkrads, försäkrade, försäkrades
	schüler, schülers, schülerin, patienten, mitglied, mitglieds, mieter, mieters, bewohner, bewohners, teilnehmer, teilnehmers, spieler,
	versicherter, versicherte, versicherten, versicherte person
	pasient, pasienten, pasientens, leietaker, leietakers, beboer, beboers, deltaker, deltakers, spiller, spillers, forsikret, forsikrede,
	forsikredes
	lejer, lejers, deltager, deltagers
	oppilas, oppilaan, opiskelija, opiskelijan, potilas, potilaan, jäsen, jäsenen, vuokralainen, vuokralaisen, vuokralais-, asukas, asukkaan,
	osallistuja, osallistujan, pelaaja, pelaajan, vakuutettu, vakuutetun
	élève, élèves, étudiant, étudiante, patiente, membre, adhérent, adhérents, adhérente, locataire, assuré, assurée, participante, résident,
	résidente, joueur, joueuse, licencié, licenciée
	alumno, alumna, estudiante, paciente, socio, socia, miembro, inquilino, asegurado, asegurada, residente, jugador, jugadora
	alunno, alunna, allievo, allieva, studente, studentessa, paziente, membro, assicurato, assicurata, partecipante, atleta, tesserato, iscritto
	uczeń, ucznia, studenta, pacjent, pacjenta, członek, członka, członkowski, najemca, najemcy, ubezpieczony, ubezpieczonego, uczestnik,
	uczestnika, mieszkaniec, mieszkańca
	leerling, leerlingen, patiënt, patiënten, lid, leden, huurder, huurders, verzekerde, deelnemer, deelnemers, bewoner, bewoners, cursist
	subscriber, subscribers, abonnent, abonnents, abonnenten, abonnentens, prenumerant, prenumerants, prenumeranten, prenumerantens, abonné,
	abonnés, abonnée, abonado, abonada, suscriptor, suscriptora, abbonato, abbonata, abonent, abonenta, abonnee, abonnees
`
/** Children of somebody, who are as a rule not the customer. */
const children = `
	child, barn, barnet, barnets, barns, kindes, lapsi, lapsen, enfant, niño, niña, hijo, hija, bambino, bambina,
	figlio, figlia, dziecko, dziecka
`

const all = (phrases: string, word: Word): Vocabulary =>
	Object.fromEntries(
		phrases
			.split(/[,\n]/)
			.map((phrase) => phrase.trim())
			.filter(Boolean)
			.map((phrase) => [phrase, word]),
	)

/** Words for the two parties that one file may tell of: who is served, and who pays. */
export const parties: Vocabulary = {
	...all(payers, ["party", "payer"]),
	...all(guardians, ["other", "payer"]),
	parent: ["parent", "payer"],
	...all(served, ["party", "served"]),
	...all(children, ["other", "served"]),
	// Who pays for several, as brothers and sisters, has it.
	...all(
		"family account, familjekonto, familienkonto, familiekonto, perhetili, compte famille, cuenta familiar, conto famiglia",
		"account",
	),
	"family id": ["account", "id"],
	"family no": ["account", "number"],
	"family number": ["account", "number"],
	// In English a kind is a type.
	...all("name kind, kind name", ["name", "other", "served"]),
	...all("vorname kind, kind vorname", ["first", "other", "served"]),
	...all("nachname kind, kind nachname", ["last", "other", "served"]),
}
