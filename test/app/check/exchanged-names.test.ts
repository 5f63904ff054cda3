import { expect, test } from "vitest"
import { examiner, found, inSek } from "./examined.ts"

const examined = examiner(inSek)
const header = "N° adhérent;Nom;Prénom"

test("first and last names that change columns half-way are not sent so", async () => {
	const lines = ["1;MARCHAND;Romain", "2;DE LA TOUR;Odile", "3;Élodie;ÉTIENNE", "4;Anne-Sophie;O'NEIL", "5;Ek;Bo"]
	expect(found(await examined([header, ...lines]))).toEqual(["name.exchanged 4 5"])
})

test.each([
	["nobody has capitals", ["1;Marchand;Romain", "2;Fournier;Odile", "3;Julien;Martin"]],
	["all have", ["1;MARCHAND;ROMAIN", "2;FOURNIER;ODILE", "3;JULIEN;MARTIN"]],
	["only the first names have", ["1;Marchand;ROMAIN", "2;Fournier;ODILE", "3;Martin;JULIEN"]],
	["it is an initial", ["1;MARCHAND;Romain", "2;FOURNIER;Odile", "3;Martin;J"]],
])("are fine where %s", async (_, lines) => {
	expect(found(await examined([header, ...lines]))).toEqual([])
})

test("are found in the middle of a large file", async () => {
	const lines = Array.from({ length: 6_000 }, (_, at) =>
		at > 2_000 && at < 4_000 ? `${at};Romain;MARCHAND` : `${at};MARCHAND;Romain`,
	)
	expect((await examined([header, ...lines.slice(1)])).rowsWith("name.exchanged").size).toBe(1_999)
})

test("a first name that holds the last one is not sent with it twice", async () => {
	const lines = [
		"1;Weaver;Charlotte Weaver",
		"2;WEAVER;Charlotte Weaver",
		"3;de la Cruz;Ana de la Cruz",
		"4;Weaver;Charlotte",
	]
	expect(found(await examined([header, ...lines]))).toEqual(["name.repeated 2 3 4"])
	expect(found(await examined([header, "1;An;Susan", "2;Olof;Björn Olofsson", "3;Li;Mei Li"]))).toEqual([])
})
