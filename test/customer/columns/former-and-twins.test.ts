import { describe, expect, test } from "vitest"
import { askedIn, decisionOf, usedIn } from "../decide-of.ts"

function decided(header: string, ...rows: readonly string[]) {
	const decision = decisionOf(
		header.split(";"),
		rows.map((row) => row.split(";")),
	)
	return { asked: askedIn(decision), used: usedIn(decision) }
}

describe("a column of an earlier time", () => {
	test.each([
		["Nr;Name;Ancien e-mail;Nouvel e-mail", "Nouvel e-mail"],
		["Nr;Name;Gammal e-post;Ny e-post", "Ny e-post"],
		["Nr;Name;Nuova email;Vecchia email", "Nuova email"],
		["Nr;Name;email_old;email_new", "email_new"],
		["Nr;Name;E-mail;Old e-mail", "E-mail"],
	])("is left out beside the one of today: %s", (header, taken) => {
		const { asked, used } = decided(
			header,
			"K1;Bo Ek;a@example.com;b@example.com",
			"K2;An Ek;c@example.com;d@example.com",
		)
		expect(asked).not.toContain("email")
		expect(Object.keys(used).filter((column) => used[column] === "email")).toEqual([taken])
	})

	test.each(["Ancien e-mail", "Previous e-mail", "Oud e-mailadres"])(
		"is asked about where it is alone: %s",
		(column) => {
			expect(decided(`Kundnr;Namn;${column}`, "1;Bo Ek;a@example.com", "2;An Ek;b@example.com").asked).toEqual([
				"email",
			])
		},
	)

	test("is no customer's number by itself either", () => {
		expect(decided("Gammalt kundnr;Namn", "K1;Bo Ek", "K2;An Ek").asked).toEqual(["number"])
	})
})

describe("columns of merged tables", () => {
	test.each(["namn_x;namn_y", "Namn (A);Namn (B)", "namn.left;namn.right", "Name_l;Name_r"])(
		"are both of the field that their name has in common: %s",
		(twins) => {
			const { used } = decided(`Kundnr;${twins}`, "1;Bo Ek;Bo Ek", "2;An Ek;An Lind")
			expect(Object.values(used)).toEqual(["number", "name", "name"])
		},
	)

	test("need each other", () => {
		expect(decided("Kundnr;Namn;Pos_x", "1;Bo Ek;3", "2;An Ek;4").used).not.toHaveProperty("Pos_x")
	})

	test("are two streets, too", () => {
		for (const twins of ["Adress_x;Adress_y", "Adress;Adress.1"])
			expect(decided(`Kundnr;Namn;${twins}`, "1;Bo Ek;Gatan 1;Vägen 2", "2;An Ek;Gatan 3;Vägen 4").asked).toEqual([
				"street",
			])
	})
})
