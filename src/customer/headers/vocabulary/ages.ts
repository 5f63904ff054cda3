import type { Concept, Vocabulary } from "../concepts.ts"

/** Words for what was once, and for what is now, in all their forms: one of an earlier time is never the customer's by itself. */
const former = `
	old outdated superseded legacy previous former formerly prior past historical earlier
	gammal gammalt gamla tidigare föregående förra förutvarande
	alte altes altem alten bisherige bisheriger bisheriges frühere früherer früheres vorherige vorheriger vorheriges ehemalige ehemaliger
	ehemaliges vormalige
	gammel gammelt gamle tidligere forrige forhenværende
	vanha vanhat entinen entiset aiempi aikaisempi edellinen
	ancien anciens ancienne anciennes précédent précédente
	antiguo antigua antiguos antiguas anterior anteriores viejo vieja previo previa
	vecchio vecchia vecchi vecchie precedente
	stary stara stare poprzedni poprzednia poprzednie dawny dawna dawne byłe
	oud oude vorig vorige vroeger vroegere voormalig voormalige voorheen
`
const present = `
	new current latest newest present
	ny nytt nya nuvarande gällande nyaste
	neu neue neuer neues neuen aktuell aktuelle aktueller aktuelles jetzige jetziger jetziges gegenwärtige derzeitige derzeitiger
	derzeitiges neueste neuste
	nyt nye nåværende nuværende gældende gjeldende aktuelt
	uusi uudet uusin nykyinen nykyiset
	nouveau nouvel nouvelle nouveaux nouvelles actuel actuelle actuels actuelles
	nuevo nueva nuevos nuevas actual actuales vigente
	nuovo nuova nuovi nuove attuale attuali
	nowy nowa nowe obecny obecna obecne aktualny aktualna aktualne
	nieuw nieuwe huidig huidige actueel actuele
`

const all = (words: string, concept: Concept): Vocabulary =>
	Object.fromEntries(words.match(/\p{L}+/gu)?.map((word) => [word, concept]) ?? [])

export const ages: Vocabulary = { ...all(former, "old"), ...all(present, "plain") }
