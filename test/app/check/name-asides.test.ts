import { describe, expect, test } from "vitest"
import { ordinary } from "../../customer/letters/ordinary.ts"
import { examiner, found, onlyQuestion, saying, sentBy, token } from "./examined.ts"

const examined = examiner()

const file = (...names: readonly string[]) => [
	"Kundnr;Namn;Valuta;Korttoken",
	...["Anna Berg", ...names, "Eva Lund"].map(
		(name, at) => `${at + 1};"${name.replaceAll('"', '""')}";SEK;${token(at)}`,
	),
]

test.each([
	"Astrid Lindqvist (betalar för Olle)",
	"Anna Söderlund gm Sparbanken",
	"Stig Öberg via dottern Lisa",
	"Ulla-Britt Norén?",
	"Monika Löffler z.Hd. Betreuer",
	"Ursula Brandt NEU ab 1.1.",
	"Dieter Heinrich / Karte vom Schwager",
	"Dieter Heinrich (Sohn)",
	"Dieter Heinrich siehe 312",
	"Bo Ek se 312",
	"Lisa Berg fd Ek",
	"Lisa Berg NY 2026",
	"Knut Helgesen v/mor",
	"Knut Helgesen t.o.m. des",
	"Malin Wikström t.o.m. dec",
	"Malin Wikström paus dec",
	"Ole Vik NY",
	"Jane Hughes NEW",
	"Late John Hughes",
	"Anna Roth bis 31.12.",
	"Knut Helgesen / konas kort",
	"Ann Cole until Dec",
	"Bo Ek *nytt kort*",
	"Bo Ek *NYTT KORT*",
	"Bo Ek *",
	"Eva Holm, se Håkan",
	"Li Berg - ring först",
	"Li Berg – ring först!",
	"Li Berg/ring först",
	"Karl Weiß (zahlt für Olaf)",
	"Karl Weiß [neue Karte]",
	"Jean Petit - rappeler lundi",
	"Ana Ruiz, llamar antes",
	"Jan Nowak (nowa karta)",
	"Piet Bos: eerst bellen",
	"Matti Salo (soita ensin)",
	"Jana Nováková (volat předem)",
	"Иван Петров (звонить утром)",
	"LI BERG - ring först",
	"Anna Roth - KEIN VERSAND",
	"XX Hans Lang XX",
	"zzz Olaf Ende",
	"Bernd Schäfer - Achtung Mahnung!",
	"Bernd Schäfer Mahnung!",
	"Uwe Vogt (Zahlt bar)",
	"Petra Röder, Tochter von 3",
	"Rolf Engel NICHT MEHR ABBUCHEN",
	"Cai Berg (Dotterns kort)",
	"Bo Lind - OBS! Betalar Ej",
	"Dag Ek BETALAR SENT",
	"David Irwin CALLBACK",
	"Anke Böhm - Neue Karte",
	"Anke von Böhm (Neue Karte)",
	"Engel, Rolf (Ruft zurück)",
	"Käthe Krüger u. Ehefrau !!! neue Bankkarte anfordern",
	"Göran Wikström OBS ny adress fr 1/1",
	"Göran Wikström ny adress 2027",
	"Skärgårdens Hotell AB - ring efter kl 18",
	"Skärgårdens Hotell AB - ring först",
	"Hotell Skär AB, betalar sent",
	"Ek & Berg AB – nytt kort från mars",
	"Müller GmbH & Co. KG - bitte erst anrufen",
	"Fisk AS; ringes etter kl 16",
	"Ek, Berg & Co AB / ring först",
	"Bell Joinery Ltd - call first!",
	"Nordbygg AB betalar sent",
	"Bob Fox - DO NOT USE",
	"Bob Fox (DO NOT USE)",
	"Bob Fox [DO NOT USE]",
	"Bob Fox, DO NOT USE",
	"Bob Fox DO NOT BILL",
	"Bob Fox - ON HOLD",
	"Bob Fox - SEE 1004",
	"Bob Fox - see 1004",
	"Bo Ek, se kund 12",
	"Bo Ek (Spärrad)",
	"BO EK - SPÄRRAD",
	"BO EK (DO NOT USE)",
	"Hedlunds Bygg AB - SPÄRRAD",
	"Hedlunds Bygg AB - spärrad",
	"HEDLUNDS BYGG AB - SPÄRRAD",
	"Hedlunds Bygg AB (SPÄRRAD)",
	"Hedlunds Bygg AB SPÄRRAD OBS",
	"Björks Måleri AB - ANVÄND EJ",
	"Ljungs El AB BETALAR SENT",
	"Åkerbloms Åkeri AB - I KONKURS",
	"Tischlerei Brückner GmbH - GESPERRT",
	"Müller GmbH & Co. KG / ZAHLT NICHT",
	"Café Söder - KONKURS",
])("what is set apart as no name is, is asked about: %s", async (name) => {
	const checked = await examined(file(name))
	const { id, why } = onlyQuestion(checked)
	expect([id, why.includes(name)]).toEqual(["asides", true])
	expect(checked.customers).toBe(2)
})

const people = [
	"Anna Berg",
	"Eva Lund",
	"Cai Holm",
	"Per och Anna Ek",
	"Anna von der Leyen",
	"Dag Ek",
	"Ida Friis",
	"Brf Utsikten i Lund",
]
const among = (...names: readonly string[]) => file(...names, ...people)

test.each([
	"Bjørn Rønning ringes først",
	"Ragnhild Haugen flyttet til Sverige",
	"Hilde Strand betaler kontant",
	"Eli Solberg sperret",
	"Kari Vik NB allergi",
	"Kjell Söderlund ej sms",
	"Kjell Söderlund ny adress",
	"Kjell Söderlund se 1021",
	"Kjell Söderlund har flyttat till Norge",
	"Kjell Söderlund konkurs",
	"Kjell Söderlund betalar ej",
	"Kjell Söderlund spärrad",
	"KJELL SÖDERLUND ring först",
	"Uwe Vogt bitte anrufen",
	"Uwe von Vogt neue Karte",
	"Uwe Vogt insolvent",
	"Uwe Vogt gesperrt",
	"John Smith do not contact",
	"John Smith moved away",
	"John Smith see 2021",
	"Matti Salo soita ensin",
	"Jean Petit rappeler lundi",
	"Jan Nowak nowa karta",
	"Jana Nováková volat předem",
])("words in small letters behind a name, without a mark, are asked about: %s", async (name) => {
	const checked = await examined(among(name))
	const { id, why } = onlyQuestion(checked)
	expect([id, why.includes(name), found(checked)]).toEqual(["asides", true, ["name.aside 3"]])
	expect(checked.customers).toBe(people.length + 2)
})

test("several of them are one question, and a remark that two have is one", async () => {
	const checked = await examined(among("Kjell Söderlund ej sms", "Eli Solberg ej sms", "Kari Vik konkurs"))
	expect([onlyQuestion(checked).id, found(checked)]).toEqual(["asides", ["name.aside 3 4 5"]])
})

test("in last names of their own too", async () => {
	const names = ["Berg", "Rønning ringes først", "von Essen", "Lund", "García lópez", "Ek", "Holm", "Dahl"]
	const lines = names.map((name, at) => `${at + 1};Bo;${name};SEK;${token(at)}`)
	expect(found(await examined(["Kundnr;Förnamn;Efternamn;Valuta;Korttoken", ...lines]))).toEqual(["name.aside 3"])
})

test.each([
	"Brf Utsikten i Malmö",
	"Lunds el och bygg",
	"Salong hår och naglar",
	"Bergs Bil och plåt",
	"Elins Salong hår och naglar",
	"Västra Frölunda ridklubb",
	"Sankt Olofs församling",
	"Grand hotell",
	"Anna van den Berg",
	"María José de la Cruz",
	"Mohammad Ali ul Haq",
	"Jan uit het Broek",
	"Per Ek med familj",
	"Karl Berg sen.",
	"Maria Ek född Berg",
	"Svenska Kyrkans barn",
	"bo ek ring först",
])("names that end in small letters ask nothing among others: %s", async (name) => {
	const checked = await examined(among(name))
	expect([checked.questions, found(checked)]).toEqual([[], []])
})

test("where small letters are how names are written, they say nothing", async () => {
	const quiet = async (...names: readonly string[]) => expect(found(await examined(file(...names)))).toEqual([])
	await quiet("Malmö Bygg plåt", "Umeå Rör värme", "Lund Färg tapet", "Kiruna Is glass", "Eva Ek")
	await quiet("anna ek", "bo lind ring först", "cai berg", "dag holm")
})

test("a name that the e-mail address has as well is one", async () => {
	const lines = (email: string) => [
		"Kundnr;Namn;E-post;Valuta;Korttoken",
		...["Anna Berg", "Per Erik svensson", "Eva Lund", "Cai Holm"].map(
			(name, at) => `${at + 1};${name};${at === 1 ? email : `a${at}@example.com`};SEK;${token(at)}`,
		),
	]
	expect((await examined(lines("per.svensson@example.com"))).questions).toEqual([])
	expect(onlyQuestion(await examined(lines("pa@example.com"))).id).toBe("asides")
})

test("all of them are one question, and both answers are kept to", async () => {
	const lines = file("Bo Ek *nytt kort*", "Eva Holm, se Håkan")
	const checked = await examined(lines)
	const errors = await examined(lines, saying(checked, "errors"))
	expect([errors.questions, found(errors)]).toEqual([[], ["name.aside 3 4"]])
	const names = await examined(lines, saying(checked, "names"))
	expect([names.questions, found(names)]).toEqual([[], []])
	expect(JSON.stringify(await sentBy(names))).toContain("Eva Holm, se Håkan")
})

test.each([
	...ordinary.filter((name) => name !== "Anna {test}" && name !== "C|O"),
	"Bergs bil och plåt",
	"Firma X (Stockholm)",
	"Svensson AB, bygg och plåt",
	"Karl Berg (Kalle)",
	"Ek, Anna",
	"berg, anna",
	"Beethoven, Ludwig van",
	"Goethe, von",
	"Berg, von der",
	"Eva Ek (f.d. Berg)",
	"Eva Ek (född Berg)",
	"Eva Ek (geb. Maier)",
	"Eva Ek, née Martin",
	"Eva Ek (o.s. Salo)",
	"Ewa Nowak (z domu Kowal)",
	"Meier & Co., vorm. Schmidt",
	"Berg, dr",
	"Smith, jr.",
	"Berg c/o Ek",
	"Fisk A/S",
	"A/S fisk",
	"Berg, Anna och Bo",
	"Anna-lena Ek",
	"Ek Bil & Plåt - Din bilverkstad",
	"E*Trade",
	"10-ans Kiosk",
	"Stiftelsen Hjälp, c/o Ek",
	"Lund's Bar (Malmö C)",
	"de Vries, J.",
	"ZZ Top",
	"XXL Sport",
	"Anna Roth - IKEA",
	"Firma t/a Ek",
	"Jean DUPONT",
	"DUPONT Jean Marie",
	"Anna Berg MBA PhD",
	"Hotel Adler (Bad Homburg) GmbH",
	"García López, María José",
	"Anna Berg (Anna-Lisa)",
	"Lise Lund - Holm",
	"Maria Ek (Berg von Rosen)",
	"Café Paris (Gare du Nord)",
	"Panic! At The Disco AB",
	"Yahoo!",
	"Ek AB - Malmö",
	"X GmbH - Filiale Nord",
	"Müller GmbH & Co. KG",
	"Müller GmbH & Co. KG - Filiale Nord",
	"Ek AB, avd inköp och lager",
	"Ek AB - avd för inköp",
	"Ek AB, måleri",
	"Ek AB - bygg, måleri",
	"Ek AB, bygg & plåt",
	"Nordic AB - avd 2",
	"Bergs Bil AB, Box 12",
	"7-Eleven Sverige AB - Butik 12",
	"AB Ek, i konkurs",
	"Fisk AS v/ Ola Nes",
	"Svenska NORDEA",
	"Förskolan Solen - Avd 2",
	"Svenska Kyrkans barn 2",
	"Jan van der Berg 3",
	"Anna Berg (UK)",
	"Anna Berg - VIP",
	"Anna Berg MBA MSC",
	"Bo Ek IT AB",
	"Nordea AB - HQ",
	"Nordea AB - IT",
	"Nordea AB, FILIAL NORD",
	"Bimbo SA DE CV",
	"Ek AB - BYGG & PLÅT",
	"IKEA - ÄLMHULT",
	"Ek AB C/O BERG",
	"AB ELEKTROLUX",
	"Ek AB bygg och plåt",
	"Fisk AS avd Bergen sentrum",
	"Berg (F.D. LINDQVIST)",
	"De la Cruz María",
	"Siobhán O'Neill",
	"Anna-Karin Öberg",
	"Anna Ek c/o Lind",
	"Max von der Heide",
	"Hansens Elektro v/ Ola Hansen",
	"Autohaus Vogel z.Hd. Frau Ek",
	"Ab Tom Fin",
	"Via Norberg",
	"Novy Till",
	"Seppo Til",
	"Anna Nyström",
	"Fd Holm",
	"Late Night Cafe",
	"Fin Bis",
	"Malmö FF 1910",
	"Kafé Nord 1890",
	"Lundbergs i Ab",
])("ordinary names ask nothing: %s", async (name) => {
	const checked = await examined(file(name))
	expect(checked.questions).toEqual([])
	expect(found(checked).filter((one) => one.startsWith("name."))).toEqual([])
})

test.each([
	"DO NOT USE",
	"DO NOT BILL",
	"ANVÄND EJ",
	"NICHT BENUTZEN",
	"INTE KUND",
	"NE PAS TOUCHER",
	"BRUK IKKE",
	"KEIN KUNDE",
])("a shouted phrase in place of a name is asked about: %s", async (name) => {
	expect(onlyQuestion(await examined(file(name))).id).toBe("asides")
})

test.each([
	"Do not use",
	"do not bill!",
	"Don't use - test",
	"Används ej",
	"Får ej användas",
	"Ej fakturera",
	"Nicht benutzen",
	"Bitte nicht verwenden",
	"Ikke bruk",
	"Må ikke bruges",
	"Älä käytä",
	"Ne pas utiliser",
	"No usar",
	"Non usare",
	"Nie używać",
	"Niet gebruiken",
])("what forbids its use is warned of, however it is written: %s", async (name) => {
	expect(found(await examined(file(name)), "warning")).toEqual(["value.stand-in 3"])
})

test("shouted names are names", async () => {
	const loud = await examined(file("NO LIMIT", "BO EK", "EVA HOLM"))
	expect([loud.questions, found(loud)]).toEqual([[], []])
	for (const name of [
		"NO LIMIT AB",
		"IKEA",
		"VAN DER BERG",
		"Nie Wieder GmbH",
		"No Use For A Name AB",
		"Ej Berg",
		"Don User",
	]) {
		const { questions, summary } = await examined(file(name))
		expect([name, questions, summary.filter(({ severity }) => severity !== "note")]).toEqual([name, [], []])
	}
})

test("a remark on a company is asked about in a column of companies as well", async () => {
	const companies = (header: string, ...rows: readonly string[]) => [
		`Kundnr;Företag${header};Valuta;Korttoken`,
		...rows.map((row, at) => `${at + 1};${row};SEK;${token(at)}`),
	]
	const remarks = [
		"Hedlunds Bygg AB - SPÄRRAD",
		"Café Söder - SPÄRRAD",
		"Björks Måleri AB (ANVÄND EJ)",
		"Ljungs El AB BETALAR SENT",
	]
	const others = ["Ström & Co HB", "Ek Redovisning", "IKEA - ÄLMHULT", "NCC AB", "Ek AB - HQ", "Törnqvist Rör AB"]
	const checked = await examined(companies("", ...remarks, ...others))
	expect([onlyQuestion(checked).id, found(checked)]).toEqual(["asides", ["name.aside 2 3 4 5"]])
	for (const remark of remarks) expect(onlyQuestion(await examined(companies("", remark, ...others))).id).toBe("asides")
	const branches = [
		"Volvo AB - SKÖVDE",
		"Volvo AB - GÖTEBORG",
		"Bergs Bil AB - LINKÖPING",
		"Ek AB - BUTIK 12",
		"Ek AB - BAR & KÖK",
	]
	expect((await examined(companies("", ...branches))).questions).toEqual([])
	const placed = await examined(companies(";Ort", "Volvo AB - SKÖVDE;Skövde", ...others.map((name) => `${name};Lund`)))
	expect(placed.questions).toEqual([])
	const loud = await examined(companies("", ...others.map((name) => `${name.toUpperCase()} - MÅLERI`)))
	expect(loud.questions).toEqual([])
})

test("what many names have is how they are written", async () => {
	const quiet = async (...names: readonly string[]) =>
		expect(found(await examined(file(...names))).filter((one) => one.startsWith("name."))).toEqual([])
	await quiet("Jean Marie DUPONT", "Luc MARTIN", "Anne Sophie BERNARD", "Paul DURAND", "Marie PETIT")
	await quiet("Hotel Adler (Bad Homburg)", "Haus Sonne (Bad Ems)", "Zum Hirsch (Bad Tölz)", "Zur Post (Alt Ruppin)")
})

test("a place that the row names as well is none", async () => {
	const lines = ["Kundnr;Namn;Ort;Valuta;Korttoken", `1;Anna Berg;Umeå;SEK;${token(1)}`]
	const other = (city: string) => [
		...lines,
		`2;Hotel Adler (Bad Homburg);${city};SEK;${token(2)}`,
		`3;Bo Ek;Umeå;SEK;${token(3)}`,
	]
	expect((await examined(other("Bad Homburg"))).questions).toEqual([])
	expect(onlyQuestion(await examined(other("Berlin"))).id).toBe("asides")
})

test("in last names of their own as well", async () => {
	const names = [
		"Berg",
		"Engel NICHT MEHR ABBUCHEN",
		"Schäfer - Achtung Mahnung!",
		"Vogt (Zahlt bar)",
		"Ek",
		"Lund",
		"Holm",
	]
	const lines = names.map((name, at) => `${at + 1};Bo;${name};SEK;${token(at)}`)
	const checked = await examined(["Kundnr;Förnamn;Efternamn;Valuta;Korttoken", ...lines])
	expect([onlyQuestion(checked).id, found(checked)]).toEqual(["asides", ["name.aside 3 4 5"]])
})

test.each([
	"Boet efter Anna Ek",
	"Anna Eks dödsbo",
	"Anna Ek dbo",
	"Anna Ek, dbo",
	"Erbengemeinschaft Karl Weiß",
	"Nachlass Weiß",
	"Succession de Mme Petit",
	"Succession Petit",
	"Herencia yacente de Ana Ruiz",
	"Herederos de Ana Ruiz",
	"Eredi Rossi",
	"Eredità giacente Rossi",
	"Masa spadkowa po Janie Nowaku",
	"Spadkobiercy Jana Nowaka",
	"Erven Bos",
	"Erven van J. Bos",
	"Nalatenschap Bos",
	"Estate of John Smith",
	"The Estate of the late John Smith",
	"John Smith Estate",
	"Smith, Estate of John",
	"Kuolinpesä Salo",
	"Matti Salon kuolinpesä",
	"Matti Salo kp",
	"Dødsbo Ola Moen",
	"Ola Moens bo",
	"Boet etter Ola Moen",
	"Boet efter Ole Jensen",
	"Exors of Mr Smith",
	"The late John Smith",
	"John Smith (estate)",
])("an estate is asked about: %s", async (name) => {
	expect((await examined(file(name))).questions.map(({ id }) => id)).toEqual(["deleted"])
})

test.each([
	"Bo Ek",
	"Bo Estate AB",
	"Real Estate of London Ltd",
	"Estate Agents Ltd",
	"Kp Singh",
	"KP Data AB",
	"Successio Oy",
	"Nora Late",
])("others are none: %s", async (name) => expect((await examined(file(name))).questions).toEqual([]))

test.each([
	"Kontantkund",
	"Diverse kunder",
	"Barverkauf",
	"Laufkundschaft",
	"Walk-in customer",
	"Cash customer",
	"Client comptoir",
	"Clients divers",
	"Cliente contado",
	"Cliente occasionale",
	"Klient detaliczny",
	"Contante klant",
	"Käteisasiakas",
	"Tilfældig kunde",
	"Kontantkunde",
])("who stands for many is warned of: %s", async (name) => {
	expect(found(await examined(file(name)), "warning")).toEqual(["value.stand-in 3"])
})

describe("two whole names in one, where hardly another of the column is so", () => {
	test.each(["Per Degerman / Anna Sjö", "Per Degerman/Anna Sjö", "Per von Degerman / Anna Karin Sjö"])(
		"are asked about: %s",
		async (name) => {
			const { id, why } = onlyQuestion(await examined(among(name)))
			expect([id, why.includes(name)]).toEqual(["asides", true])
		},
	)

	test.each(["Ek / Lind", "Per / Anna Ek", "Kiosk 24/7", "Per & Anna Ek", "Ek A/S", "Volvo AB / Per Degerman"])(
		"are none: %s",
		async (name) => expect((await examined(among(name))).questions).toEqual([]),
	)

	test("are how the names of a file are, where several have two", async () => {
		const names = Array.from("ABCDEFG", (letter) => `Per ${letter}sson / Anna ${letter}sson`)
		expect((await examined(among(...names))).questions).toEqual([])
	})
})
