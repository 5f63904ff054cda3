import { describe, expect, test } from "vitest"
import { readHeaders } from "../../../src/customer/headers/read-headers.ts"

function fieldsOf(...names: readonly string[]) {
	return readHeaders(names).map(({ meanings: [first] }) => first?.field)
}

describe("a word that nobody knows before several parts of an address", () => {
	test.each([
		["POAddressLine1", "POCity", "POPostalCode", "POCountry"],
		["xq_street", "xq_city", "xq_zip", "xq_country"],
		["Blorb-Straße", "Blorb-Ort", "Blorb-PLZ", "Blorb-Land"],
	])("names an address: %s, %s, %s, %s", (...names) => {
		expect(fieldsOf(...names).sort()).toEqual(["city", "country", "street", "zipCode"])
		for (const { meanings } of readHeaders(names)) expect(meanings[0]?.otherwise).not.toEqual([])
	})

	test("says nothing before one or two, nor before other things", () => {
		expect(fieldsOf("POCity", "POPostalCode")).toEqual([undefined, undefined])
		expect(fieldsOf("xq name", "xq email", "xq phone")).toEqual([undefined, undefined, undefined])
	})
})
