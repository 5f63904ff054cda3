import { fold, spellings } from "./headers/words.ts"

/** Who may pay for somebody, by language: the words as a dictionary has them, and how the language says that something is theirs. */
interface Language {
	/** What a card is called. */
	readonly card: RegExp
	readonly people: string
	/** Forms in which something is somebody's, with nothing beside; none where a word before says so. */
	readonly owning: (word: string) => readonly string[]
	/** Where something `is` somebody's: of those of whom was spoken before. */
	readonly theirs: string
}

/** With the article behind the word, and doubled where it is short: `dottern`, `sønnen`; and then an `s`. */
function scandinavian(word: string): readonly string[] {
	const forms = ["", "n", "en", "et", "na", "ne", `${word.at(-1)}en`].map((ending) => word + ending)
	return forms.map((form) => (form.endsWith("s") ? form : `${form}s`))
}

const german = (word: string) => ["s", "es", "n", "en"].map((ending) => word + ending)
const withS = (word: string) => (word.endsWith("s") ? [word] : [`${word}s`])
const asItIs = (): readonly string[] => []

/** `äidin`, `papan`, `sedän`, and `äitinsä`. */
function finnish(word: string): readonly string[] {
	const soft = [word.replace(/([kpt])\1(?=.$)/, "$1"), word.replace(/(?<=[^t])t(?=.$)/, "d"), word]
	return [...soft.map((form) => `${form}n`), `${word}nsa`]
}

function polish(word: string): readonly string[] {
	if (word.endsWith("ek")) return [word.replace(/ek$/, "ka")]
	if (/[kgi]a$/.test(word)) return [word.replace(/(?:i|(?<=[kg]))a$/, "i")]
	return [word.endsWith("a") ? word.replace(/a$/, "y") : `${word}a`]
}

const languages: readonly Language[] = [
	{
		card: /^(?:credit|debit|bank)?cards?$/,
		people: `daughter son mother father mum mummy mom dad daddy wife husband spouse partner boyfriend girlfriend fiance fiancee brother sister
			grandmother grandfather grandma grandpa granny grandad granddad grandson granddaughter nan aunt auntie uncle niece nephew cousin
			stepmother stepfather stepson stepdaughter parent parents neighbour neighbor friend guardian carer caregiver trustee attorney employer boss
			landlord else`,
		owning: withS,
		theirs: "his hers theirs",
	},
	{
		card: /^(?:betal|bank|kredit|visa|debet|debit)?kort(?:et|en)?$/,
		people: `dotter son mamma pappa mor far moder fader fru hustru man make maka sambo särbo partner pojkvän flickvän fästman fästmö syster bror broder
			farmor farfar mormor morfar moster faster farbror morbror kusin syskonbarn brorson systerson brorsdotter systerdotter barnbarn sonson
			svärmor svärfar svärson svärdotter svåger svägerska styvfar styvmor bonuspappa bonusmamma förälder föräldrar granne vän väninna kompis
			förmyndare målsman vårdnadshavare förvaltare arbetsgivare chef hyresvärd annan
			datter sønn søn kone kona mand mann ektemann ektefelle ægtefælle samboer kæreste kjæreste søster bestemor bestefar bedstemor bedstefar mormoder
			tante onkel kusine fætter fetter svigermor svigerfar nabo venn ven veninde venninne verge værge formynder foresatt forælder
			arbejdsgiver arbeidsgiver sjef utleier anden annen`,
		owning: scandinavian,
		theirs: "hans hennes hendes deras deres",
	},
	{
		card: /^(?:kredit|bank|debit)?karten?$/,
		people: `tochter sohn mutter vater mama mutti papa vati ehefrau frau mann ehemann gatte gattin lebensgefährte lebensgefährtin lebenspartner partner
			partnerin freund freundin schwester bruder großmutter großvater oma opa enkel enkelin tante onkel neffe nichte cousin cousine schwager
			schwägerin schwiegermutter schwiegervater schwiegertochter schwiegersohn stiefmutter stiefvater eltern nachbar nachbarin betreuer betreuerin
			vormund arbeitgeber chef chefin vermieter`,
		owning: german,
		theirs: "seine ihre seins ihres",
	},
	{
		card: /^(?:pankki|luotto)?kort(?:ti|in)$/,
		people: `tyttäre poja miehe aviomiehe velje äiti isä vaimo puoliso avopuoliso sisko mummo mummi mummu isoäiti isoisä ukki vaari pappa täti setä eno
			serkku anoppi appi naapuri ystävä kaveri edunvalvoja huoltaja holhooja työnantaja pomo`,
		owning: finnish,
		theirs: "hänen heidän",
	},
	{
		card: /^cartes?$/,
		people: `fille fils mère père maman papa épouse époux femme mari conjoint conjointe compagnon compagne frère sœur soeur mamie mamy papi papy mémé pépé
			tante oncle nièce neveu cousin cousine parents voisin voisine ami amie tuteur tutrice curateur curatrice employeur patron`,
		owning: asItIs,
		theirs: "elle lui eux elles sienne leur",
	},
	{
		card: /^tarjetas?$/,
		people: `hija hijo madre padre mamá papá mujer esposa esposo marido pareja novio novia hermano hermana abuelo abuela tía tío sobrino sobrina primo prima
			suegro suegra cuñado cuñada padres vecino vecina amigo amiga tutor tutora empleador jefe jefa`,
		owning: asItIs,
		theirs: "suya suyo ella él ellos ellas",
	},
	{
		card: /^carta$/,
		people: `figlia figlio madre padre mamma papà moglie marito compagno compagna fidanzato fidanzata fratello sorella nonno nonna zio zia nipote cugino
			cugina suocero suocera genitori amico amica tutore tutrice curatore datore`,
		owning: asItIs,
		theirs: "sua lei lui loro",
	},
	{
		card: /^kart[aęy]?$/,
		people: `córka syn matka mama tata ojc męż żona partner partnerka siostra brat babcia dziadek ciocia ciotka wujek kuzyn kuzynka teściowa teści sąsiad
			sąsiadka opiekun kurator pracodawca szef`,
		owning: polish,
		theirs: "jego jej ich",
	},
	{
		card: /^(?:kaart|pas)$/,
		people: `dochter zoon moeder vader mama papa vrouw man echtgenoot echtgenote partner vriend vriendin zus zuster broer oma opa grootmoeder grootvader
			tante oom neef nicht schoonmoeder schoonvader ouders buurman buurvrouw voogd bewindvoerder werkgever baas anderman`,
		owning: withS,
		theirs: "haar hem hun hen",
	},
]

interface Kin {
	/** Whoever may be meant, in any form. */
	readonly people: ReadonlySet<string>
	/** In the forms that say that something is theirs. */
	readonly owners: ReadonlySet<string>
	readonly theirs: ReadonlySet<string>
}

const wordsOf = (text: string) => text.trim().split(/\s+/)
const setOf = (words: readonly string[]): ReadonlySet<string> => new Set(words.flatMap(spellings))
const made = new Map<Language, Kin>()

function kinOf(language: Language): Kin {
	const before = made.get(language)
	if (before !== undefined) return before
	const people = wordsOf(language.people)
	const owners = people.flatMap(language.owning)
	const kin = { people: setOf([...people, ...owners]), owners: setOf(owners), theirs: setOf(wordsOf(language.theirs)) }
	made.set(language, kin)
	return kin
}

/** Who may be meant beside a card, in the languages in which it is called by this folded word; nothing where it is none. */
export function kinBeside(card: string): Kin | undefined {
	const language = languages.find((one) => one.card.test(card))
	return language && kinOf(language)
}

let all: ReadonlySet<string> | undefined

/** Whether a text is nothing but words for whoever is somebody's, in any language: `Mamma`, `Mor/far`, `Großeltern`. */
export function isKin(text: string): boolean {
	all ??= new Set(languages.flatMap((language) => [...kinOf(language).people]))
	const known = all
	const words = text.split(/[\s/&,+-]+/).filter(Boolean)
	return words.length > 0 && words.every((word) => known.has(fold(word)))
}
