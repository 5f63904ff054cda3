import { describe, expect, test } from "vitest"
import {
	isNoNumber,
	saysDeleted,
	standsForEmail,
	standsForText,
	standsForValue,
} from "../../../src/customer/kinds/stand-in.ts"
import { ordinary } from "../letters/ordinary.ts"

describe("in place of a name", () => {
	test.each(["Unknown", "Okänd", "UNBEKANNT", "(ukjent)", "ei tiedossa", "Not provided", "Keine Angabe", "onbekend"])(
		"%s says that there is none",
		(text) => expect(standsForText(text)).toBe("none"),
	)

	test.each([
		"ANONYMIZED",
		"Raderad kund",
		"slettet",
		"Gelöscht",
		"Deleted User",
		"deleted-1234",
		"[redacted]",
		"GDPR",
	])("%s says that somebody was deleted", (text) => expect(standsForText(text)).toBe("deleted"))

	test.each([
		"None",
		"xxx",
		"test",
		"Test Testsson",
		"N.N.",
		"Anonymous",
		"saknas",
		"?",
		"-.-".slice(0, 0) || "...",
		"dummy",
		"Dag Holm testkund",
		"Test Testmann",
		"Test Donor",
		"test andersson",
		"Max Testmann 2",
		"Anna Test",
		"Testkonto-1",
		"Flyttet, ny adr. følger",
		"unbekannt verzogen",
		"Adress okänd",
		"Moved",
	])("%s may be somebody's", (text) => expect(standsForText(text)).toBe("may"))

	test.each([
		...ordinary,
		"Test AB",
		"Anna Testrup",
		"Contest Kund",
		"Flyttblocksvägen",
		"Movedge Lane",
		"Adressgatan",
		"Testkund Ab Oy",
		"Testa Rossi",
		"Nonesuch",
		"Anna None",
		"Unknown Pleasures AB",
		"Deletedotter",
		"Brakel",
		"III",
	])("%s is one", (text) => expect(standsForText(text)).toBeUndefined())
})

describe("in place of an e-mail address", () => {
	test.each([
		"no-email@acme.se",
		"noemail123@shop.com",
		"guest-7@guests.invalid",
		"none@none.com",
		"aucun@aucun",
		"néant",
		"ingen.epost@x.se",
	])("%s says that there is none", (address) => expect(standsForEmail(address)).toBe("none"))

	test.each(["deleted-123@acme.invalid", "anonymized@x.com", "deleted_user_9@shop.com"])(
		"%s is of somebody deleted",
		(address) => expect(standsForEmail(address)).toBe("deleted"),
	)

	test.each(["noreply@acme.se", "no-reply+7@acme.se", "test@acme.se", "unknown@acme.se", "xxx@acme.se"])(
		"%s may be somebody's",
		(address) => expect(standsForEmail(address)).toBe("may"),
	)

	test.each([
		"anna@example.com",
		"nora@x.se",
		"nomailer@x.se",
		"testa@x.it",
		"info@deleted.se",
		"del.rey@x.com",
		"norbert.mail@x.de",
	])("%s is one", (address) => expect(standsForEmail(address)).toBeUndefined())
})

test("in place of a value that has a form", () => {
	expect(["none", "Saknas", "n.a.", "geen", "<unknown>"].map(standsForValue)).toEqual(Array(5).fill("none"))
	expect(["NA1", "070", "Namibia", "NOK", "XXX", "no"].map(standsForValue)).toEqual(Array(6).fill(undefined))
})

test("beside the customer: that he was deleted", () => {
	expect(["SLET", "deleted", "Raderad", "gelöscht", " removed "].map(saysDeleted)).toEqual(Array(5).fill(true))
	expect(["OPRET", "active", "cancelled", "inactive", "closed", "Deleted on 3 May"].map(saysDeleted)).toEqual(
		Array(6).fill(false),
	)
})

test("in place of a number", () => {
	expect(["saknas", "TBD", "ny", "Neu", "x", "none"].map(isNoNumber)).toEqual(Array(6).fill(true))
	expect(["1", "anna", "0", "NY1", "newton", "xyz"].map(isNoNumber)).toEqual(Array(6).fill(false))
})
