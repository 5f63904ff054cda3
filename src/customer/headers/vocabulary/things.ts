import type { Vocabulary } from "../concepts.ts"
import { spellings } from "../words.ts"
import { phrasesOf } from "./parties.ts"

/** Animals, and what is said of them alone. */
const animals = `
	animal, animals, pet, pets, species, breed, dog, dogs, cat, cats, puppy, horse, horses, pony, stallion, mare, kennel name
	djur, djurs, djurets, djurart, djurslag, sällskapsdjur, husdjur, hund, hundens, hundras, katt, kattens, häst, hästs, hästen, hästens
	tierart, tiername, tiernr, tiernummer, tiere, haustier, haustiere, haustiers, hund, hundes, hunde, katze, pferd, pferdes, pferde, rasse, tierhalter
	dyr, dyrets, dyreart, dyrenavn, dyreslag, hest, hestens, hestenavn, katt, kæledyr, kjæledyr
	eläin, eläimen, eläinlaji, lemmikki, lemmikin, koira, koiran, kissa, kissan, hevonen, hevosen
	animaux, animal de compagnie, chien, chiens, cheval, chevaux, espèce animale, nom de l'animal
	mascota, mascotas, especie, perro, perros, gato, caballo, caballos, raza
	animale, animali, specie, cavallo, cavalli, razza
	zwierzę, zwierzęcia, zwierzęta, gatunek, koń, konia, pies, rasa
	dier, dieren, diersoort, diernaam, huisdier, huisdieren, hond, honden, paard, paarden, ras
`
/** Vehicles and boats. */
const vehicles = `
	vehicle, vehicles, car, cars, motorcycle, caravan, trailer, boat, boats, yacht, vessel, license plate, licence plate, number plate,
	registration plate, vrm, vehicle registration
	bil, bilar, bilens, fordon, fordons, fordonets, båt, båtar, båtens, husvagn, motorcykel, släpvagn, regnr, registreringsnr, registreringsskylt
	fahrzeug, fahrzeuge, fahrzeugs, kfz, kfz kennzeichen, motorrad, wohnmobil, wohnwagen, schiff, segelboot, motorboot, bootsname, bootstyp
	kjøretøy, kjøretøyets, båten, campingvogn, køretøj, køretøjets, båd, båds, bådens, bådnavn
	auto, ajoneuvo, ajoneuvon, vene, veneen, rekisteritunnus, rekisterinumero
	véhicule, véhicules, voiture, bateau, bateaux, plaque d'immatriculation
	vehículo, vehículos, coche, barco, barcos, embarcación
	veicolo, veicoli, autoveicolo, imbarcazione
	pojazd, pojazdu, samochód, samochodu, łódź, łodzi, jacht, nr rejestracyjny
	voertuig, voertuigen, kenteken, boot, schip, bootnaam
`
/** What opens a door or stands for one, and what a phone is reached by: each has a number of its own. */
const items = `
	badge, door badge, access badge, access card, door card, door fob, key card, key fob, fob, key tag, locker, transponder, rfid, nfc, msisdn, iccid,
	imsi, imei, sim, sim card
	porttelefon, portkod, portkode, callinganlegg, dørtelefon, dörtelefon, nyckelbricka, nyckelkort, passerkort, passerbricka, dörrkort, klädskåp, skåp, skåpnummer, simkort
	zutrittskarte, zutrittsausweis, türkarte, schlüsselkarte, spind, schließfach, simkarte
	adgangskort, adgangsbrikke, nøkkelkort, nøkkelbrikke, garderobeskap, nøglekort, nøglebrik, adgangsbrik, skab
	kulkukortti, kulkulätkä, avainkortti, avainperä, lokero, pukukaappi
	carte d'accès, carte de porte, badge d'accès, casier, tarjeta de acceso, tarjeta de entrada, taquilla, tessera di accesso, badge di accesso, armadietto,
	karta dostępu, karta wejściowa, szafka, toegangspas, toegangskaart, toegangsbadge, kluisje, locker
`
/** The number that whoever made a thing gave it. */
const serials = `
	serienr, serienummer, serienummers, seriennr, seriennummer, gerätenummer, apparatnr, enhetsnr, enhedsnr, sarjanro, sarjanumero,
	laitenumero, n° de série, nº de serie, numéro de série, número de serie, numero di serie, nr seryjny, numer seryjny
`
/** Where a vehicle or a boat stands. */
const berths = `
	parking space, parking bay, parking lot, berth, mooring
	p plats, pplats, parkeringsplats, garageplats, båtplats, bryggplats, hamnplats
	p plass, pplass, parkeringsplass, garasjeplass, båtplass, bryggeplass, p plads, pplads, parkeringsplads, bådplads, havneplads
	stellplatz, stellplatznr, parkplatz, liegeplatz, autopaikka, parkkipaikka, venepaikka
`
/** Units of what is measured, and is no money; none that is a country or a person by its letters as well. */
const measures =
	"kw, kwh, kwp, mwh, kva, kvar, ampere, mbit, mbps, gbit, m3, km, kwm, kvm, sqm, sqft, watt, liter, litre, litres"
/** A week of the year, as of whoever has a flat or a place in it. */
const weeks = `
	vecka, veckor, veckonr, veckonummer, woche, wochen, kalenderwoche, wochennr, uke, uker, ukenr, uge, uger, ugenr, viikko, viikot,
	viikkonro, semaine, semaines, semana, semanas, settimana, settimane, tydzień, tygodnie, weeknr, weeknummer
`
const patients = `
	patient, patients, patientens, patienten, pasient, pasienten, pasientens, potilas, potilaan, patiente, paciente, pacientes, paziente,
	pazienti, pacjent, pacjenta, patiënt, patiënten
`

/** Who lives in what somebody else may own. */
const tenants = `
	tenant, tenants, resident, residents, hyresgäst, hyresgästs, hyresgästens, boende, mieter, mieters, bewohner, bewohners, leietaker,
	leietakers, beboer, beboers, lejer, lejers, vuokralainen, vuokralaisen, asukas, asukkaan, locataire, résident, résidente, inquilino,
	inquilina, residente, najemca, najemcy, mieszkaniec, mieszkańca, huurder, huurders, bewoner, bewoners
`

const setOf = (list: string): ReadonlySet<string> => new Set(phrasesOf(list).flatMap(spellings))

/** Words for animals, vehicles and boats, which are no customers. Behind all others: some of them mean something else elsewhere. */
export const things: Vocabulary = {
	...Object.fromEntries(
		phrasesOf(animals)
			.concat(phrasesOf(vehicles), phrasesOf(items), phrasesOf(serials), phrasesOf(berths))
			.map((phrase) => [phrase, "vehicle"]),
	),
	...Object.fromEntries(phrasesOf(measures).map((phrase) => [phrase, "count"])),
	...Object.fromEntries(phrasesOf(weeks).map((phrase) => [phrase, "date"])),
}

let made: Readonly<Record<"animals" | "vehicles" | "patients" | "tenants", ReadonlySet<string>>> | undefined

function sets() {
	made ??= { animals: setOf(animals), vehicles: setOf(vehicles), patients: setOf(patients), tenants: setOf(tenants) }
	return made
}

/** Whether a folded word is for an animal. */
export const isAnimal = (word: string): boolean => sets().animals.has(word)

/** Whether a folded word is for an animal, a vehicle or a boat. */
export const isThing = (word: string): boolean => isAnimal(word) || sets().vehicles.has(word)

/** Whether a folded word is for a patient. */
export const isPatient = (word: string): boolean => sets().patients.has(word)

/** Whether a folded word is for somebody who rents or lives in something. */
export const isTenant = (word: string): boolean => sets().tenants.has(word)
