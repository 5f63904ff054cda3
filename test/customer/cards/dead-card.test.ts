import { expect, test } from "vitest"
import { cardStateJudge } from "../../../src/customer/cards/dead-card.ts"

test.each<[column: string, cell: string]>([
	["card_status", "revoked"],
	["Card status", "Expired (replaced)"],
	["Kortstatus", "Spärrat"],
	["Kortstatus", "Ersatt"],
	["Card status", "Superseded"],
	["Kartenstatus", "GESPERRT"],
	["Kaartstatus", "geblokkeerd"],
	["Statut carte", "Expirée"],
	["Estado de la tarjeta", "bloqueada"],
	["Stato carta", "scaduta"],
	["Status karty", "zablokowana"],
	["Kortin tila", "Suljettu"],
	["token status", "used"],
	["Card active", "No"],
	["Kort spärrat", "Ja"],
	["Kortspärrad", "2026-03-01"],
	["card blocked", "true"],
	["Lost/Stolen", "Y"],
	["Stulen", "Ja"],
	["Gestohlen/Verloren", "04.03.2025"],
	["Card status", "Do not use"],
	["Kartenstatus", "Nicht verwenden"],
	["Kortstatus", "Får inte användas"],
	["Card Consent Withdrawn", "2025-03-04"],
	["Karte gesperrt am", "04.03.2025"],
	["Pas geblokkeerd", "Ja"],
	["Card declined on", "2025-03-04"],
	["Kort avvist", "Ja"],
	["Stato carta", "bloccato"],
	["Estado de la tarjeta", "rechazadas"],
])("a card is dead by %s: %s", (column, cell) => {
	const stateOf = cardStateJudge(column)
	expect(stateOf?.(cell)).toBe("dead")
	expect(stateOf?.(cell)).toBe("dead")
})

test.each<[column: string, cell: string]>([
	["card_status", "active"],
	["card_status", "not blocked"],
	["card_status", "not used yet"],
	["Lost/Stolen", "N"],
	["card_status", "NULL"],
	["Card active", "Yes"],
	["Kort spärrat", "Nej"],
	["Kort spärrat", ""],
	["Card expired", "12/27"],
	["Card expired", "2027-12-31"],
	["Kortstatus", "Giltigt"],
	["Kartenstatus", "Gültig"],
	["Statut carte", "en cours"],
	["Status karty", "ważna"],
])("a card is as usual by %s: %s", (column, cell) => expect(cardStateJudge(column)?.(cell)).toBeUndefined())

test.each<[column: string, cell: string]>([
	["Kortstatus", "I karantän"],
	["Card status", "3"],
	["Card status", "Not active"],
	["Kort spärrat", "se notering"],
	["Card active", "perhaps"],
])("nobody knows of a card by %s: %s", (column, cell) => expect(cardStateJudge(column)?.(cell)).toBe("unknown"))

test.each(["Status", "Order status", "Card type", "Kortnummer", "Lost customers", "Card expiry"])(
	"%s says nothing",
	(column) => expect(cardStateJudge(column)).toBeUndefined(),
)
