import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { savedMapping } from "../../../src/app/saved-mapping.ts"
import { Inquiry } from "../../../src/customer/columns/inquiry.ts"
import { anyMappingSchema, type Mapping, mappingSchema, noAnswers } from "../../../src/customer/columns/mapping.ts"
import { answered, type Question } from "../../../src/customer/columns/question.ts"
import { sample } from "../../sample.ts"
import { choices, files } from "./asking.ts"
import { examiner, found, inSek, sentBy, token } from "./examined.ts"

const examined = examiner()
const inKronor = examiner(inSek)
type Checked = Awaited<ReturnType<typeof examined>>

const folder = join(import.meta.dirname, "../../fixtures/columns")
const fixtures = readdirSync(folder)
	.filter((name) => name.endsWith(".csv"))
	.map((name): [string, readonly Uint8Array[]] => [name, [readFileSync(join(folder, name))]])

/** A mapping as it is saved, with what a person writes into it, as it is read again. */
function inFile({ mapping, decision, questions }: Checked, said: (saved: Mapping) => Mapping): Mapping {
	const saved = mappingSchema.parse(savedMapping(decision ?? { mapping, columns: [], said: mapping }, questions))
	return anyMappingSchema.parse(JSON.parse(JSON.stringify(said(saved))))
}

const chosenOf = (question: Question, at: number) => {
	const all = choices(question)
	return all[at % all.length] ?? []
}

test.each([...Object.entries(files), ...fixtures])(
	"an answer in a mapping file, at a terminal and in the window comes to the same: %s",
	async (_, lines) => {
		const asked = await examined(lines)
		const { questions } = asked
		const most = Math.min(sample(2), Math.max(0, ...questions.map((question) => choices(question).length)))
		for (let at = 0; at < most; at++) {
			const answer = (before: Mapping) =>
				questions.reduce((sum, question) => answered(sum, question, chosenOf(question, at)), before)
			const inquiry = new Inquiry()
			inquiry.ask(questions)
			for (const question of questions) inquiry.answer(question.id, chosenOf(question, at))
			const terminal = await examined(lines, answer(noAnswers))
			const file = await examined(lines, inFile(asked, answer))
			const window = await examined(lines, inquiry.answers)
			expect([at, file.mapping]).toEqual([at, terminal.mapping])
			expect([at, window.mapping]).toEqual([at, terminal.mapping])
			expect(file.decision?.columns).toEqual(terminal.decision?.columns)
		}
	},
)

const subscribers = [
	"N° abonné;Nom;Prénom;Voie;CP;Ville;Pays;Nom bénéficiaire;Adresse bénéficiaire;CP bénéficiaire;Ville bénéficiaire;Jeton CB",
	`1001;NOËL;Odile;34 rue Verte;01000;Bourg-en-Bresse;France;;;;;${token(1)}`,
	`1002;FABRE;Luc;12 rue des Lilas;29200;Brest;France;GIRARD Eva;3 rue du Port;29100;Douarnenez;${token(2)}`,
	`1003;BLANC;Rémi;7 chemin Vert;06000;Nice;France;;;;;${token(3)}`,
]

test("a column that a rule left out for the sake of one in question comes back once that is left out", async () => {
	const asked = await inKronor(subscribers)
	const question = asked.questions.find(({ id }) => id === "owner.beneficiaire")
	if (question === undefined) throw new Error("Nothing is asked")
	const checked = await inKronor(
		subscribers,
		inFile(asked, (saved) => answered(saved, question, ["none"])),
	)
	expect(checked.questions).toEqual([])
	expect((await sentBy(checked)).map(({ contact }) => contact?.address)).toMatchObject([
		{ zipCode: "01000" },
		{ zipCode: "29200" },
		{ zipCode: "06000" },
	])
})

test("what a person changes in a mapping file of what a rule decided is a person's word", async () => {
	const asked = await inKronor(subscribers)
	const said = inFile(asked, (saved) => ({ ...saved, columns: { ...saved.columns, Prénom: null } }))
	expect(said.columns).toEqual({ Prénom: null })
	const { decision } = await inKronor(subscribers, said)
	const reasons = decision?.columns.flatMap(({ column, by, reason }) => (by === "person" ? [[column, reason]] : []))
	expect(reasons).toEqual([["Prénom", "left out, as you said"]])
})

test("no zip code is lost unseen: rows with a street and without one are told where a column of them is left out", async () => {
	const lines = [
		"Kundnr;Namn;Adress;Postnr;Ort",
		"1;Bo Ek;Storgatan 1;111 22;Lund",
		"2;Li Ek;;;",
		"3;Di Ek;Torget 2;;Lund",
	]
	const told = async (columns: Mapping["columns"]) => found(await inKronor(lines, { columns }), "warning")
	expect(await told({ Postnr: null })).toContain("address.zip-left-out 2")
	expect((await told({})).filter((one) => one.startsWith("address.zip-left-out"))).toEqual([])
	expect((await told({ Postnr: null, Adress: null, Ort: null })).length).toBe(0)
})
