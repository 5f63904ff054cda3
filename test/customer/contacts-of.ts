import { defaultBrowser } from "../../src/customer/check-options.ts"
import { allCleaning } from "../../src/customer/cleaning.ts"
import { type Mapping, merged, noAnswers } from "../../src/customer/columns/mapping.ts"
import type { Creatable } from "../../src/customer/creatable.ts"
import { rowChecker } from "../../src/customer/row-checker.ts"
import { askedIn, decisionOf } from "./decide-of.ts"

const options = { now: Date.UTC(2026, 10, 23), browser: defaultBrowser, cleaning: allCleaning }

/**
 * What is asked about the columns of a small file, and what its rows come to: a contact, or the codes of the errors.
 * @param header names of columns between semicolons, behind that of the customer's number @param rows written alike
 */
export function contactsOf(header: string, rows: readonly string[], answers: Partial<Mapping> = {}) {
	const columns = `Customer number;${header}`.split(";")
	const cells = rows.map((row, index) => [`${index + 1}`, ...row.split(";")])
	const decision = decisionOf(columns, cells, { answers: merged(noAnswers, answers) })
	const check = rowChecker(decision.mapping, columns, options)
	const contacts = cells.map((row, index): Creatable["contact"] | string => {
		const { creatable, findings } = check(row, index + 2)
		return creatable === undefined
			? findings.flatMap(({ code, severity }) => (severity === "error" ? [code] : [])).join(" ")
			: creatable.contact
	})
	return { asked: askedIn(decision), mapping: decision.mapping, questions: decision.questions, contacts }
}

/** The names of such a file. */
export function namesOf(header: string, rows: readonly string[], answers: Partial<Mapping> = {}) {
	const { asked, contacts } = contactsOf(header, rows, answers)
	const names = contacts.map((contact) => {
		if (typeof contact !== "object") return contact
		const { name } = contact
		return typeof name === "object" ? `${name.first} | ${name.last}` : name
	})
	return { asked, names }
}
