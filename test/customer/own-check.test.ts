import { describe, expect, test } from "vitest"
import { ownCheck } from "../../src/customer/own-check.ts"

const isOwn = (column: string, value: string) => ownCheck(column)?.(value) === true

describe("numbers with a check of their own", () => {
	test.each([
		["N° SIRET", "38012986646850"],
		["SIRET", "380 129 866 46850"],
		["Siret client", "55208131766522"],
		["numeroSiret", "38012986646850"],
		["SIREN / SIRET", "38012986646850"],
		["GLN", "4012345000047"],
		["EAN-nummer", "4006381000093"],
		["Målepunktsnummer", "571313100000000034"],
		["Målepunkts-ID", "571313100000000133"],
		["MeteringPointId", "571313100000000232"],
		["Aftagenummer", "571313100000000034"],
	])("%s: %s", (column, value) => expect(isOwn(column, value)).toBe(true))

	test.each([
		// Diners, Visa and Mastercard.
		["N° SIRET", "30569309025904"],
		["N° SIRET", "38520000023237"],
		["N° SIRET", "4111111111111111"],
		["N° SIRET", "38012986646850 / 4111111111111111"],
		["N° client", "38012986646850"],
		["Note", "38012986646850"],
		["GLN", "4111111111111"],
		["Målepunkt", "5555555555554444"],
		["Card number", "4111111111111111"],
	])("not %s: %s", (column, value) => expect(isOwn(column, value)).toBe(false))
})
