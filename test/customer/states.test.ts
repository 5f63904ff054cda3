import { describe, expect, test } from "vitest"
import { goneJudge } from "../../src/customer/states.ts"

describe("a column that says whether customers are there", () => {
	test.each<[column: string, cell: string, gone: string | undefined]>([
		["Status", "Active", undefined],
		["Status", "closed", "ended"],
		["Kundstatus", "Makulerad, dubblett", "deleted"],
		["Account state", "past_due", undefined],
		["Status", "not cancelled", undefined],
		["Tila", "Poistettu", "deleted"],
		["Status", "Gekündigt", "ended"],
		["Status", "gekuendigt", "ended"],
		["Deleted at", "2024-03-01", "deleted"],
		["Deleted at", "0000-00-00", undefined],
		["Deleted at", "NULL", undefined],
		["is_deleted", "false", undefined],
		["is_deleted", "1", "deleted"],
		["Avliden", "Ja", "deleted"],
		["Raderad", "Nej", undefined],
		["Raderad", "", undefined],
		["Avslutad datum", "01.03.2024", "ended"],
		["Aktiv", "Ja", undefined],
		["Aktiv", "Nej", "ended"],
		["is_active", "f", "ended"],
		["Active since", "2024-03-01", undefined],
		["Handling", "SLET", "deleted"],
		["Status", "Død", "deleted"],
		["Status", "Gestorben", "deleted"],
		["Kundstatus", "Dödsbo", "deleted"],
		["Status", "Sammanslagen med 10", "deleted"],
		["Avliden", "X", "deleted"],
		["Afdød", "x", "deleted"],
		["Décédé", "oui", "deleted"],
		["Deceduto", "no", undefined],
		["Profile Status", "A", undefined],
		["Status", "Blå", "unknown"],
		["Status", "2", "unknown"],
		["Status", "Aktiv (karantän)", "unknown"],
		["Status", "Ej aktiv", "unknown"],
		["Raderad", "se notering", "unknown"],
		["Aktiv", "kanske", "unknown"],
		["Aktiv", "x", undefined],
		["Status", "Aktiv kund sedan 2019-01-02", undefined],
		["Tila", "Voimassa", undefined],
		["Statut", "Activé", undefined],
		["Status", "Überfällig", undefined],
		["Cancellation", "moved away", undefined],
		["Merged into", "1003", "deleted"],
		["Merged Into Customer No", "1003", "deleted"],
		["Duplicate of", "K-7", "deleted"],
		["Sammanslagen med", "1003", "deleted"],
		["Zusammengeführt mit", "1003", "deleted"],
		["Merged", "No", undefined],
		["Merged into", "", undefined],
		["Merged into", "NULL", undefined],
		["Status", "RIP", "deleted"],
		["Died", "March 2024", "deleted"],
		["Removed", "2025-03-04", "deleted"],
	])("%s: %s", (column, cell, gone) => {
		const judge = goneJudge(column)
		expect(judge?.(cell)).toBe(gone)
		expect(judge?.(cell)).toBe(gone)
	})

	test.each([
		"Date of death",
		"Death date",
		"DeathDate",
		"Date deceased",
		"Date of death notified",
		"Passed away on",
		"Dödsdatum",
		"Avliden den",
		"Sterbedatum",
		"Verstorben am",
		"Todestag",
		"Dødsdato",
		"Dato for død",
		"Afdød den",
		"Kuolinpäivä",
		"Kuollut pvm",
		"Date de décès",
		"Décédé le",
		"Fecha de fallecimiento",
		"Fecha de defunción",
		"Data di morte",
		"Data del decesso",
		"Data zgonu",
		"Zmarł dnia",
		"Overlijdensdatum",
		"Datum overlijden",
	])("says that somebody died by a date: %s", (column) => {
		const judge = goneJudge(column)
		expect(judge?.("2025-03-04")).toBe("deleted")
		expect(judge?.("04.03.2025")).toBe("deleted")
		expect(judge?.("")).toBeUndefined()
	})

	test.each([
		"Merged from",
		"Date of birth",
		"Card status",
		"Payment status",
		"Namn",
		"Notering",
		"State",
		"Lead status",
		"Order status",
		"Cancelled orders",
		"Risk",
	])("%s is none", (column) => expect(goneJudge(column)).toBeUndefined())
})
