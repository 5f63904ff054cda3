import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { detectLayout } from "../../src/csv/detect.ts"
import type { Encoding } from "../../src/csv/layout.ts"
import { inCommands } from "../../src/customer/command-words.ts"
import { encode, readAll, Scratch } from "./dialects.ts"

let scratch: Scratch
beforeAll(async () => {
	scratch = await Scratch.make()
})
afterAll(() => scratch.remove())

const western: readonly Encoding[] = [
	"windows-1252",
	"iso-8859-1",
	"iso-8859-15",
	"macintosh",
	"cp850",
	"cp437",
	"cp865",
]

/** People and places as lists of customers have them, none of them chosen for its letters. */
const customers: Readonly<Record<string, { readonly encodings: readonly Encoding[]; readonly names: string }>> = {
	Swedish: {
		encodings: western,
		names:
			"Håkan Östlund, Skövde; Gunnar Hållén, Timrå; Åke Fröjd, Kisa; Bert Näsman, Skänninge; Ulla Björkman, Arvika",
	},
	Danish: {
		encodings: ["windows-1252", "macintosh", "cp850", "cp865"],
		names: "Søs Fenger, Nexø; Kåre Blæsild, Ærø; Jytte Åkjær, Skælskør; Bent Fårevejle, Hobro; Per Stæhr, Søllerød",
	},
	Norwegian: {
		encodings: ["windows-1252", "macintosh", "cp850", "cp865"],
		names: "Sjur Grønlie, Ørsta; Åsne Bjørgo, Gjøvik; Pål Sæbø, Stjørdal; Rødøy Fisk, Bø; Øyvor Skåden, Drangedal",
	},
	Finnish: {
		encodings: ["windows-1252", "iso-8859-15", "macintosh", "cp850", "cp437"],
		names:
			"Ville Hyppönen, Kärsämäki; Säde Jäntti, Pyhtää; Tyyne Älli, Äetsä; Veikko Löytty, Öja; Arvo Mäntymaa, Hämeenkyrö",
	},
	German: {
		encodings: western,
		names:
			"Jörn Pfäfflin, Düdingen; Käthe Süßkind, Lößnitz; Uwe Blüm, Öhringen; Götz Hüppe, Überlingen; Änne Rößle, Mühlacker",
	},
	French: {
		encodings: western.filter((encoding) => encoding !== "cp865"),
		names:
			"Régis Lemaître, Châtellerault; Aimé Besançon, Orléans; Zoé Crêpin, Sète; Noël Fabrègues, Nîmes; Hélène Dupré, Évian",
	},
	Spanish: {
		encodings: ["windows-1252", "macintosh", "cp850"],
		names:
			"Íñigo Peñalba, Cádiz; Lucía Ordóñez, Logroño; Ramón Íñiguez, León; Begoña Núñez, Ávila; Andrés Güell, Mérida",
	},
	Portuguese: {
		encodings: ["windows-1252", "macintosh", "cp850"],
		names:
			"João Brandão, Covilhã; Inês Conceição, Évora; Gonçalo Simões, Águeda; Luís Magalhães, Portimão; Tânia Falcão, Olhão",
	},
	Polish: {
		encodings: ["windows-1250", "iso-8859-2", "cp852"],
		names:
			"Łucja Więcek, Łódź; Grażyna Świtoń, Żywiec; Paweł Dąbek, Wrocław; Józef Źrałek, Kościan; Michał Głąb, Gdańsk",
	},
	Czech: {
		encodings: ["windows-1250", "iso-8859-2"],
		names: "Jiří Kolařík, Třeboň; Zdeněk Říčný, Žďár; Růžena Šnajdrová, Děčín; Ondřej Čáp, Plzeň; Matěj Ťoupal, Znojmo",
	},
	Hungarian: {
		encodings: ["windows-1250", "iso-8859-2"],
		names: "Győző Szűts, Győr; Erzsébet Őze, Pécs; Jenő Fűrész, Érd; Tünde Kőrösi, Szőny; Béla Tűhegyi, Mezőtúr",
	},
	Turkish: {
		encodings: ["windows-1254"],
		names: "Ayşe Kılınç, Iğdır; Uğur Yıldız, Eskişehir; Şükrü Öztaş, Muğla; İsmet Çağlayan, Kırşehir; Işıl Taşçı, Ağrı",
	},
	Lithuanian: {
		encodings: ["windows-1257"],
		names:
			"Žydrė Kėželytė, Šiauliai; Rūta Mačiulienė, Panevėžys; Ąžuolas Čiurlionis, Kėdainiai; Jūratė Šeškutė, Mažeikiai",
	},
	Latvian: {
		encodings: ["windows-1257"],
		names:
			"Jānis Kļaviņš, Rēzekne; Līga Šķēle, Liepāja; Pēteris Ģērmanis, Cēsis; Zane Bērziņa, Jūrmala; Māris Ķēniņš, Rīga",
	},
	Russian: {
		encodings: ["windows-1251"],
		names: "Олег Щёкин, Тверь; Жанна Бычкова, Сочи; Ефим Юдин, Псков; Раиса Цыганова, Брянск; Эмма Хохлова, Чита",
	},
}

const cases = Object.entries(customers).flatMap(([language, { encodings, names }]) =>
	encodings.map((encoding) => ({ language, encoding, rows: names.split("; ").map((name) => name.split(", ")) })),
)
const fileOf = (rows: readonly (readonly string[])[]) =>
	`number;name;city\r\n${rows.map((cells, index) => `${index + 1};${cells.join(";")}\r\n`).join("")}`

async function read(content: Uint8Array) {
	const path = await scratch.write(content)
	const detection = await detectLayout(path)
	return { ...detection, rows: await readAll(path, detection.layout) }
}

describe("a list of customers", () => {
	it.each(cases)("in $language, in $encoding, is read as it was written", async ({ encoding, rows }) => {
		const { readings, rows: found } = await read(encode(fileOf(rows), encoding, false))
		expect(found.map(({ cells }) => cells)).toEqual(rows.map((cells, index) => [String(index + 1), ...cells]))
		expect(readings).toBeUndefined()
	})

	it.each(cases)("of one in $language, in $encoding, is read so or asked about", async ({ encoding, rows }) => {
		for (const row of rows.filter((cells) => /[^\0-\x7f]/.test(cells.join("")))) {
			const { readings, rows: found } = await read(encode(fileOf([row]), encoding, false))
			if (readings === undefined) expect(found[0]?.cells).toEqual(["1", ...row])
			else expect(readings.flatMap(({ words }) => words).some((word) => row.join(" ").includes(word))).toBe(true)
		}
	})

	it("with one letter beyond ASCII is nothing to ask about, as Windows writes it", async () => {
		for (const name of "Åsa Malmö Umeå Jörgen Sjöberg Håkan Växjö Søren Jørgen Kjær Müller Schröder Groß Mäkelä Väinö François André Hélène José Muñoz García MALMÖ GÖTEBORG ØSTERBRO O’Brien 25°C €5 Acme®".split(
			" ",
		)) {
			const { readings, rows } = await read(encode(fileOf([[name, "x"]]), "windows-1252", false))
			expect({ name, readings, cells: rows[0]?.cells }).toEqual({ name, readings: undefined, cells: ["1", name, "x"] })
		}
	})

	it("is read by what most of it is, whatever comes first", async () => {
		const ascii = Array.from({ length: 30_000 }, () => ["Bo Ek", "Lund"])
		const first = [["J\u00f5 \u2044", "Boden"]]
		const others = Array.from({ length: 60 }, () => [
			["Åsa Sjöström", "Malmö"],
			["Örjan Fältskog", "Gävle"],
		]).flat()
		const text = fileOf([...first, ...ascii, ...others])
		const { layout, readings } = await read(encode(text, "macintosh", false))
		expect(layout.encoding).toBe("macintosh")
		expect(readings).toBeUndefined()
	})
})

describe("where two readings are plausible", () => {
	it("both are shown on words of the file, the same ones, the likelier first", async () => {
		const { layout, readings, evidence } = await read(encode(fileOf([["Müller", "Lund"]]), "cp850", false))
		expect(evidence.map(inCommands).join("\n")).toContain("--encoding")
		expect(readings?.length).toBeGreaterThanOrEqual(2)
		expect(readings?.[0]?.encoding).toBe(layout.encoding)
		expect(new Set(readings?.map(({ words }) => words.length)).size).toBe(1)
		expect(new Set(readings?.map(({ words }) => words.join())).size).toBe(readings?.length)
	})

	it.each(["cp850", "utf-8"] as const)(
		"of which one is right for some of the file, %s, both are shown",
		async (second) => {
			const one = encode(
				fileOf([
					["Åsa Sjöström", "Malmö"],
					["Örjan Fältskog", "Gävle"],
					["Håkan Mård", "Skövde"],
				]),
				"windows-1252",
				false,
			)
			const other = encode("4;Märta Björk;Umeå\r\n", second, false)
			const { readings } = await read(Buffer.concat([one, other]))
			expect(readings?.map(({ encoding }) => encoding)).toEqual(expect.arrayContaining(["windows-1252", second]))
		},
	)

	it("nothing is asked of a file whose encoding was chosen", async () => {
		const path = await scratch.write(encode(fileOf([["Müller", "Lund"]]), "cp850", false))
		const { layout, readings } = await detectLayout(path, { encoding: "cp850" })
		expect(layout.encoding).toBe("cp850")
		expect(readings).toBeUndefined()
	})

	it.each([
		["Greek", Buffer.from("cde1f1dfe120d0e1f0e1e4eff0efffebeff52cc1e8deede1", "hex")],
		["Japanese", Buffer.from("93638c8691be98592c93528b9e", "hex")],
	])("a language that is not known is asked about: %s", async (_, name) => {
		const { readings } = await read(Buffer.concat([Buffer.from("number,name,city\n1,"), name, Buffer.from("\n")]))
		expect(readings?.length).toBeGreaterThanOrEqual(2)
	})
})

describe("7-bit letters", () => {
	const rows = [
		["}sa Sj|str|m", "Malm|"],
		["Bo Ek", "V{xj|"],
	]

	it("are read by choice", async () => {
		const path = await scratch.write(fileOf(rows))
		const { layout } = await detectLayout(path, { encoding: "sen-850200-b" })
		expect((await readAll(path, layout)).map(({ cells }) => cells)).toEqual([
			["1", "åsa Sjöström", "Malmö"],
			["2", "Bo Ek", "Växjö"],
		])
	})

	it("never by themselves, but are hinted at", async () => {
		const path = await scratch.write(fileOf(rows))
		const { layout, sevenBit, evidence } = await detectLayout(path)
		expect(evidence.join("\n")).toContain("sen-850200-b")
		expect(layout.encoding).toBe("utf-8")
		expect(sevenBit).toEqual(["}sa", "Sj|str|m", "Malm|", "V{xj|"])
	})

	it.each([
		"number;name\n1;{a: 1}\n",
		"number;name\n1;a[0]\n",
		"number|name\n1|Anna\n2|Bo\n",
		'number,name\n1,"{""a"":1}"\n',
	])("are not seen where there are none: %j", async (text) => {
		expect((await detectLayout(await scratch.write(text))).sevenBit).toBeUndefined()
	})

	it("are not divided at", async () => {
		const path = await scratch.write("number,name\n1,Sj|berg\n2,Str|m\n")
		const { layout } = await detectLayout(path, { encoding: "sen-850200-b" })
		expect(layout.delimiter).toBe(",")
		await expect(detectLayout(path, { encoding: "sen-850200-b", delimiter: "|" })).rejects.toMatchObject({
			code: "file.delimiter-is-letter",
		})
	})
})

it("a file of DOS is read as it says", async () => {
	const text =
		"Kundnr;Namn;Ort;Korttoken\r\n1;Åsa Sjöström;Malmö;eyJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJjYXJkIiwibiI6MX0.sig1\r\n"
	const { rows, layout, readings } = await read(encode(text, "cp850", false))
	expect(rows[0]?.cells.slice(0, 3)).toEqual(["1", "Åsa Sjöström", "Malmö"])
	expect(layout.encoding).toBe("cp850")
	expect(readings).toBeUndefined()
})
