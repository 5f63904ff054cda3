import { describe, expect, test } from "vitest"
import { contactsOf } from "../contacts-of.ts"

const rows = ["Inés Vidal;Calle Mayor, 3;28013;Madrid", "Andrés Peña;Plaza Nueva, 8;41001;Sevilla"]
const primary = [
	{ street: "Calle Mayor, 3", zipCode: "28013", city: "Madrid" },
	{ street: "Plaza Nueva, 8", zipCode: "41001", city: "Sevilla" },
]

describe("the parts of one address share what is said of it", () => {
	test.each([
		"Dirección fiscal;CP fiscal;Municipio fiscal",
		"Dirección fiscal;Código postal fiscal;Población fiscal",
		"Domicilio fiscal;CP fiscal;Ciudad fiscal",
		"Adresse fiscale;CP fiscal;Ville fiscale",
		"Indirizzo fiscale;CAP fiscale;Comune fiscale",
		"Adresse postale;CP postal;Ville postale",
		"Folkbokföringsadress;Folkbokföringspostnr;Folkbokföringsort",
	])("%s", (header) => {
		const { asked, contacts } = contactsOf(`Name;${header}`, rows)
		expect(asked).toEqual([])
		expect(contacts.map((contact) => (typeof contact === "object" ? contact.address : contact))).toEqual(primary)
	})

	test("and what another address or no street has is not taken with it", () => {
		const { mapping } = contactsOf("Name;Dirección fiscal;CP;Municipio;Municipio tributario", [
			"Inés Vidal;Calle Mayor, 3;28013;Madrid;Toledo",
		])
		expect(mapping.columns["Municipio tributario"] ?? null).toBeNull()
	})
})
