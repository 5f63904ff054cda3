import { existsSync } from "node:fs"
import { beforeEach, expect, it } from "vitest"
import { run, table } from "./command.ts"
import { fixture } from "./fixture.ts"

const own = fixture()

const columns = ["number", "name", "email", "phone", "street", "zip", "city", "country", "currency"] as const
type Row = Readonly<Partial<Record<(typeof columns)[number], string>>>

const row = (number: string, more: Row = {}): Row => ({
	...{ number, name: `Name ${number}`, email: `${number}@example.com`, phone: "+46701234567" },
	...{ street: "Street 1", zip: "12345", city: "Town", country: "SE", currency: "SEK", ...more },
})
const numbers = ["c1001", "c1002", "c1003", "c1004"]

function write(name: string, more: Readonly<Record<string, Row>> = {}): void {
	const lines = numbers.map((number) => columns.map((column) => row(number, more[number])[column]).join(","))
	own.write(`${name}.csv`, [columns.join(","), ...lines, ""].join("\n"))
}

/** Runs a file into a folder of its name, or of another one; who is followed up, and in what. */
async function into(name: string, key: "public" | "private", folder = name) {
	own.environment.INTERGIRO_API_KEY = key === "public" ? own.merchant.alsoPublic : own.merchant.key
	const { status, stdout } = await own.run(own.path(`${name}.csv`), folder)
	const path = own.path(folder, "follow-up.csv")
	const told = existsSync(path) ? table(path) : []
	const isSafe = stdout.includes("Every customer of the file exists")
	return { folder, status, isSafe, told: told.map(({ number, message }) => `${number} ${fieldsIn(message)}`) }
}

const fieldsIn = (message = "") => (message.match(/\b(?:contact\.[\w.]*\w|currency|schedule|limit)\b/g) ?? []).join(" ")
const well = { status: 0, isSafe: true, told: [] }
const other = (...told: string[]) => ({ status: 1, isSafe: false, told })
const settle = (folder: string, number: string) => run(["settle", own.path(folder), number, "--right"], own.environment)

/** Somebody at Intergiro changes a contact there. */
function change(number: string, more: object): void {
	const before = own.merchant.customers.find((one) => one.number === number)
	if (before === undefined) throw new Error(`There is no ${number}.`)
	own.merchant.remove(before.id)
	own.merchant.put({ ...before, contact: { ...(before.contact as object), ...more } })
}

const addressWith = (more: object) => ({
	address: { street: "Street 1", zipCode: "12345", city: "Town", countryCode: "SE", ...more },
})

beforeEach(() => {
	own.merchant.keep = ({ number: _, method: __, ...kept }) => ({ ...kept, method: [] })
	write("a")
})

it("a currency other than the file's is told in every look, and in every folder of that file", async () => {
	write("b", { c1002: { currency: "EUR" } })
	expect(await into("a", "private")).toMatchObject(well)
	for (const [key, folder] of [
		["private", "b"],
		["private", "b"],
		["public", "b"],
		["public", "c"],
		["private", "d"],
	] as const)
		expect(await into("b", key, folder)).toMatchObject({ folder, ...other("c1002 currency") })
	for (const key of ["public", "private"] as const) expect(await into("a", key)).toMatchObject(well)
})

it("a look for another file says nothing of this one: neither that it is right nor that it is other", async () => {
	write("b", { c1001: { street: "Street 2" }, c1002: { phone: "+46709999999" }, c1003: { email: "else@example.com" } })
	const told = other("c1001 contact.address.street", "c1002 contact.phone", "c1003 contact.email")
	expect(await into("a", "private")).toMatchObject(well)
	for (const _ of [1, 2]) expect(await into("b", "private")).toMatchObject(told)
	for (const key of ["public", "private"] as const) expect(await into("a", key)).toMatchObject(well)
	for (const [key, folder] of [
		["public", "b"],
		["private", "b"],
		["public", "c"],
		["private", "d"],
	] as const)
		expect(await into("b", key, folder)).toMatchObject({ folder, ...told })
	expect(await into("a", "public", "e")).toMatchObject(well)
	own.environment.INTERGIRO_API_KEY = own.merchant.key
	expect((await run(["verify", own.path("a")], own.environment)).status).toBe(0)
})

it("what becomes other at Intergiro is told by a folder that goes on as by a new one", async () => {
	expect(await into("a", "private")).toMatchObject(well)
	expect(await into("a", "private", "b")).toMatchObject(well)
	change("c1001", addressWith({ city: "Elsewhere" }))
	change("c1002", { phone: "+46709999999" })
	const told = other("c1001 contact.address.city", "c1002 contact.phone")
	for (const [key, folder] of [
		["private", "b"],
		["private", "c"],
		["public", "a"],
		["public", "d"],
	] as const)
		expect(await into("a", key, folder)).toMatchObject({ folder, ...told })
})

it("a person's word covers the field and the value that it was said of, in every folder, until that is another", async () => {
	write("b", { c1001: { street: "Street 2" }, c1002: { email: "else@example.com" } })
	expect(await into("a", "private")).toMatchObject(well)
	expect(await into("b", "private")).toMatchObject(other("c1001 contact.address.street", "c1002 contact.email"))
	expect((await settle("b", "c1001")).status).toBe(0)
	for (const [name, key, folder, told] of [
		["b", "private", "b", ["c1002 contact.email"]],
		["a", "private", "a", []],
		["b", "private", "b", ["c1002 contact.email"]],
		["b", "private", "c", ["c1002 contact.email"]],
		["b", "public", "d", ["c1002 contact.email"]],
	] as const)
		expect(await into(name, key, folder)).toMatchObject({ folder, told })
	change("c1001", addressWith({ city: "Elsewhere" }))
	for (const folder of ["c", "b"])
		expect((await into("b", "private", folder)).told).toEqual(["c1001 contact.address.city", "c1002 contact.email"])
	expect((await settle("c", "c1001")).status).toBe(0)
	for (const key of ["public", "private"] as const)
		expect((await into("b", key, "d")).told).toEqual(["c1002 contact.email"])
	change("c1001", addressWith({ city: "Elsewhere", street: "Street 3" }))
	for (const [key, folder] of [
		["private", "c"],
		["public", "d"],
		["private", "b"],
	] as const)
		expect((await into("b", key, folder)).told).toEqual(["c1001 contact.address.street", "c1002 contact.email"])
})
