import { expect, test } from "vitest"
import { allCleaning } from "../../src/customer/cleaning.ts"
import { fits, hasForm, kindOf } from "../../src/customer/field-kind.ts"
import { type Field, fieldNames, fields } from "../../src/customer/fields.ts"
import { readHeader } from "../../src/customer/headers/read-header.ts"
import { rowChecker } from "../../src/customer/row-checker.ts"
import { creatableSchema } from "../../src/customer/schema.ts"

const options = { now: Date.UTC(2026, 10, 23), browser: {}, cleaning: allCleaning }
const columns = Object.fromEntries(fieldNames.map((field) => [field, field]))
const check = rowChecker({ version: 2, columns, constants: {} }, fieldNames, options)

/** What is sent where these fields are filled, each with the example of its kind or a text of its own. */
function bodyOf(filled: readonly Field[], texts: Partial<Record<Field, string>> = {}) {
	const { creatable, findings } = check(
		fieldNames.map((field) => texts[field] ?? (filled.includes(field) ? kindOf(field).example : "")),
		2,
	)
	expect(findings.filter(({ severity }) => severity === "error")).toEqual([])
	return creatable
}

test("every field of the table, when mapped and filled, changes the body", () => {
	const always: readonly Field[] = ["number", "token"]
	const without = fieldNames.filter((field) => !always.includes(field))
	const idle = without.filter((field) => {
		const alone = JSON.stringify(bodyOf([...always, field])) !== JSON.stringify(bodyOf(always))
		const others = fieldNames.filter((other) => other !== field && fields[other].kind !== "country")
		const among = JSON.stringify(bodyOf([...others, field])) !== JSON.stringify(bodyOf(others))
		return !alone && !among
	})
	expect(idle).toEqual([])
	expect(bodyOf(["number"])?.number).toBe(kindOf("number").example)
	expect(bodyOf(["number", "token"])?.method).toHaveLength(1)
})

test("every field is sent where the table says", () => {
	const astray = fieldNames.filter((field) => {
		const { path } = fields[field]
		// Of a name, only its parts together, and without them one of the others.
		const others = fieldNames.filter(
			(other) => fields[other].path !== path && !(path === "contact.name" && fields[other].path.startsWith(path)),
		)
		const body = bodyOf(path.startsWith("contact.name.") ? fieldNames : [...others, field])
		const sent = path
			.split(".")
			.reduce<unknown>((part, step) => (Array.isArray(part) ? part[0] : part)?.[step as keyof typeof part], body)
		const { read, example } = kindOf(field)
		return JSON.stringify(sent) !== JSON.stringify(read(example))
	})
	expect(astray).toEqual([])
})

test("every part of the body that can be sent is filled by a field", () => {
	const paths = fieldNames.map((field): string => fields[field].path)
	const leaves = leavesOf(creatableSchema, "")
	expect(leaves.length).toBeGreaterThan(30)
	const unfilled = leaves.filter((leaf) => !paths.some((path) => path === leaf || leaf.startsWith(`${path}.`)))
	// No file says where a customer is visited, and of cards there is one type.
	expect(unfilled.filter((leaf) => !leaf.startsWith("contact.address.visit."))).toEqual(["method.type"])
})

interface Schema {
	readonly def: {
		readonly type: string
		readonly shape?: Readonly<Record<string, Schema>>
		readonly options?: readonly Schema[]
		readonly innerType?: Schema
		readonly element?: Schema
	}
}

/** The paths to what is no object; of a choice, those of its object. */
function leavesOf(schema: unknown, path: string): readonly string[] {
	const { shape, options, innerType, element } = (schema as Schema).def
	const inner = innerType ?? element ?? options?.findLast(({ def }) => def.type === "object")
	if (inner) return leavesOf(inner, path)
	if (!shape) return [path]
	return Object.entries(shape).flatMap(([key, part]) => leavesOf(part, path === "" ? key : `${path}.${key}`))
}

test("every field is found by its own name", () => {
	const meant = (name: string) => readHeader(name).meanings.map((meaning) => meaning.field)
	expect(fieldNames.filter((field) => !meant(field).includes(field))).toEqual([])
})

test("a company is the name of a customer without any other", () => {
	const name = (...filled: Field[]) =>
		bodyOf(["number"], Object.fromEntries(filled.map((field) => [field, "Berg"])))?.contact?.name
	expect(name("company")).toBe("Berg")
	expect(name("company", "name")).toBe("Berg")
	expect(name("company", "lastName")).toBe("Berg")
	const check = rowChecker({ version: 2, columns, constants: {} }, fieldNames, options)
	const cells = fieldNames.map((field) => ({ number: "1", name: "Anna", company: "Acme" })[field as string] ?? "")
	expect(check(cells, 2).findings.map(({ code }) => code)).toContain("value.two-columns")
})

test("what a column holds may speak against a field", () => {
	expect(fits("country", "Sverige")).toBe(true)
	expect(fits("billingCountry", "Storgatan 1")).toBe(false)
	expect(fits("token", "eyJhbGci.xxxXXX.visa-xxx")).toBe(true)
	expect(fits("token", "xxxx-1111")).toBe(false)
	expect(fits("city", "Sverige")).toBe(true)
	expect([hasForm("landline"), hasForm("city")]).toEqual([true, false])
})
