import { describe, expect, test } from "vitest"
import { goneJudge, isMarkedGone } from "../../src/customer/states.ts"

const now = Date.UTC(2026, 10, 29)

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
		["Bloqueado", "Sí", "ended"],
		["Bloqueada", "no", undefined],
		["Bloccato", "Bloccato", "ended"],
		["Blocked", "blocked", "ended"],
		["Spärrad", "Spärrad", "ended"],
		["Sperre", "X", "ended"],
		["Zablokowany", "tak", "ended"],
		["Estado", "Bloqueado", "ended"],
		["Estado", "Baja", "ended"],
		["Estado", "Baja California", undefined],
		["Estado", "Activo", undefined],
		["Stato cliente", "Deceduto", "deleted"],
		["Provincia", "Baja", undefined],
		["Löschvormerkung", "X", "deleted"],
		["Zentr. Löschvormerkung", "X", "deleted"],
		["Löschkennzeichen", "X", "deleted"],
		["Slettes", "Ja", "deleted"],
		["Cancellato", "SI", "deleted"],
		["Eliminados", "SI", "deleted"],
		["Do usunięcia", "TAK", "deleted"],
		["Te verwijderen", "Ja", "deleted"],
		["Ersatt av kundnr", "2", "deleted"],
		["Ersatt av kundnr", "", undefined],
		["Fecha de baja", "2024-01-02", "ended"],
		["Data cessazione", "2024-01-02", "ended"],
		["Opzegdatum", "2024-01-02", "ended"],
		["Uitgeschreven per", "2024-01-02", "ended"],
		["Data rezygnacji", "2024-01-02", "ended"],
		["Udmeldelsesdato", "2024-01-02", "ended"],
		["Ej aktiv", "1", "ended"],
		["Ikke aktiv", "Nei", undefined],
		["Spærret", "Alle", "ended"],
		["Spærret", "Levering", undefined],
		["Sperret", "Nei", undefined],
	])("%s: %s", (column, cell, gone) => {
		const judge = goneJudge(column, now)
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
		const judge = goneJudge(column, now)
		expect(judge?.("2025-03-04")).toBe("deleted")
		expect(judge?.("04.03.2025")).toBe("deleted")
		expect(judge?.("")).toBeUndefined()
	})

	test.each([
		"Slutdatum",
		"Abonnemang slutdatum",
		"End date",
		"Subscription end date",
		"Contract end date",
		"Ende",
		"Vertragsende",
		"Enddatum",
		"Sluttdato",
		"Slutdato",
		"Päättymispäivä",
		"Date de fin",
		"Fecha de fin",
		"Data fine",
		"Einddatum",
		"Data zakończenia",
	])("says until when somebody is a customer: %s", (column) => {
		const judge = goneJudge(column, now)
		for (const past of [
			"2024-05-31",
			"20240531",
			"31.05.2024",
			"5/31/24",
			"31/05/2024 00:00",
			"31 maj 2024",
			"2026-11-27",
		])
			expect([past, judge?.(past)]).toEqual([past, "ended"])
		// The first may be today's, and of the second the month may be the day.
		for (const ahead of [
			"2026-11-29",
			"10/12/2026",
			"2027-01-01",
			"9999-12-31",
			"2026",
			"",
			"-",
			"0000-00-00",
			"tills vidare",
		])
			expect([ahead, judge?.(ahead)]).toEqual([ahead, undefined])
	})

	test.each(["Leave date", "Date left", "Leaving date"])("says when somebody left: %s", (column) =>
		expect(goneJudge(column, now)?.("31/05/2024")).toBe("ended"),
	)

	test.each([
		"Card end date",
		"Order end date",
		"Startdatum",
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
	])("%s is none", (column) => expect(goneJudge(column, now)).toBeUndefined())
})

test.each([
	"Roth †",
	"† Karl Ott",
	"Voss (verst.)",
	"Ida Voss (verstorben)",
	"Eva Ek (död)",
	"Per Dahl [deceased]",
	"Ann Lee (dec'd)",
])("a name says that somebody died: %s", (name) => expect(isMarkedGone(name)).toBe(true))

test.each(["Anna Berg", "Anna Berg (Ek)", "Volvo (Sverige) AB", "Dödsnes Bo"])(
	"a name says nothing of death: %s",
	(name) => expect(isMarkedGone(name)).toBe(false),
)
