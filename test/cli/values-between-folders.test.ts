import { existsSync } from "node:fs"
import { expect, it } from "vitest"
import { sample } from "../sample.ts"
import { Random } from "../simulation/random.ts"
import { run, table } from "./command.ts"
import { fixture } from "./fixture.ts"
import type { Sent } from "./merchant.ts"

const own = fixture()

const numbers = ["c1001", "c1002", "c1003", "c1004"]
/** What a customer can have of each field, in a file and at Intergiro. */
const values = {
	name: ["Anna Ek", "Bo Ek"],
	phone: ["+46701234567", "+46731234567"],
	city: ["Town", "Elsewhere"],
	currency: ["SEK", "EUR"],
}
type Field = keyof typeof values
type Customer = Readonly<Record<Field, string>>
const fields = Object.keys(values) as readonly Field[]
const paths: Readonly<Record<Field, string>> = {
	...{ name: "contact.name", phone: "contact.phone", city: "contact.address.city", currency: "currency" },
}

interface Person {
	/** Of which values a person said that they are right. */
	readonly said: Map<Field, string>
	/** What Intergiro has. */
	there: Customer
}

/** Folders with files of other values, a server whose record changes, and a person's words: who is to be told is known from that record alone. */
class World {
	readonly files = new Map<string, ReadonlyMap<string, Customer>>()
	readonly folders = new Map<string, string>()
	readonly people = new Map<string, Person>()

	constructor(private readonly random: Random) {
		own.merchant.keep = ({ number: _, method: __, ...kept }: Sent) => ({ ...kept, method: [] })
	}

	write(name: string, customers: ReadonlyMap<string, Customer>): void {
		this.files.set(name, customers)
		const lines = Array.from(
			customers,
			([number, { name, phone, city, currency }]) =>
				`${number},${name},${number}@example.com,${phone},Street 1,12345,${city},SE,${currency}`,
		)
		own.write(`${name}.csv`, ["number,name,email,phone,street,zip,city,country,currency", ...lines, ""].join("\n"))
	}

	/** The same customers, some of them with other values. */
	vary(): ReadonlyMap<string, Customer> {
		return new Map(numbers.map((number) => [number, this.random.chance(0.5) ? this.#other() : this.#first]))
	}

	get first(): ReadonlyMap<string, Customer> {
		return new Map(numbers.map((number) => [number, this.#first]))
	}

	async look(folder: string, file: string, key: "public" | "private"): Promise<void> {
		this.folders.set(folder, file)
		own.environment.INTERGIRO_API_KEY = key === "public" ? own.merchant.alsoPublic : own.merchant.key
		const { status, stdout } = await own.run(own.path(`${file}.csv`), folder)
		for (const number of numbers)
			if (!this.people.has(number)) this.people.set(number, { said: new Map(), there: this.#first })
		this.judge(folder, status, stdout)
	}

	/** A folder names everybody who is other than its own file, in just these fields, and nobody else. */
	judge(folder: string, status: number | null, stdout: string): void {
		const others = numbers.flatMap((number) => {
			const differing = this.differing(folder, number)
			return differing.length > 0 ? [`${number} ${differing.map((field) => paths[field]).sort()}`] : []
		})
		const path = own.path(folder, "follow-up.csv")
		const told = (existsSync(path) ? table(path) : []).map(({ number, message = "" }) => {
			const named = message.match(/\b(?:contact\.[\w.]*\w|currency)\b/g) ?? []
			return `${number} ${[...named].sort()}`
		})
		expect([folder, ...told]).toEqual([folder, ...others])
		expect([folder, status, stdout.includes("Every customer of the file exists")]).toEqual([
			folder,
			others.length > 0 ? 1 : 0,
			others.length === 0,
		])
	}

	differing(folder: string, number: string): readonly Field[] {
		const file = this.files.get(this.folders.get(folder) ?? "")?.get(number)
		const person = this.people.get(number)
		return fields.filter(
			(field) => person && file?.[field] !== person.there[field] && person.said.get(field) !== person.there[field],
		)
	}

	/** Somebody at Intergiro changes some of them, and a folder of a file with other values looks. */
	async change(): Promise<void> {
		for (const number of numbers.filter(() => this.random.chance(0.5))) {
			const person = this.people.get(number)
			const kept = own.merchant.customers.find((one) => one.number === number)
			if (person === undefined || kept === undefined) continue
			const field = this.random.among(fields) ?? "name"
			const there = { ...person.there, [field]: values[field].find((one) => one !== person.there[field]) ?? "" }
			person.there = there
			person.said.delete(field)
			own.merchant.remove(kept.id)
			const { contact } = kept as { readonly contact?: { readonly address?: object } }
			const address = { ...contact?.address, city: there.city }
			const { name, phone, currency } = there
			const changed = { ...kept, contact: { ...contact, name, phone, address }, currency }
			own.merchant.put(changed)
		}
		// Who was never other than any file is as its creation said: of this nobody but a folder that has it from another one looks.
		for (const [place, folder] of [...this.folders.keys()].entries())
			if (place > 0) await this.look(folder, this.folders.get(folder) ?? "a", "private")
	}

	/** A person says of somebody in a folder that it is right. */
	async say(): Promise<void> {
		const folder = this.random.among([...this.folders.keys()]) ?? "a"
		// What a folder did not hear yet is not what the person saw.
		await this.look(folder, this.folders.get(folder) ?? "a", this.random.pick(["public", "private"]))
		const number = this.random.among(numbers.filter((one) => this.differing(folder, one).length > 0))
		if (number === undefined) return
		const { status } = await run(["settle", own.path(folder), number, "--right"], own.environment)
		expect(status).toBe(0)
		const person = this.people.get(number)
		for (const field of this.differing(folder, number)) person?.said.set(field, person.there[field])
	}

	get #first(): Customer {
		return { name: "Anna Ek", phone: "+46701234567", city: "Town", currency: "SEK" }
	}

	#other(): Customer {
		const [field] = [this.random.among(fields) ?? "name"]
		return { ...this.#first, [field]: values[field][1] ?? "" }
	}
}

it.each(Array.from({ length: sample(2) }, (_, index) => index + 1))(
	"every folder tells in what customers are other than its own file, whoever looked, for whichever file (%i)",
	async (seed) => {
		const random = new Random(seed)
		const world = new World(random)
		world.write("a", world.first)
		world.write("b", world.vary())
		await world.look("a", "a", "private")
		await world.look("in-b", "b", "private")
		for (let step = 0; step < 8; step++)
			switch (random.pick(["look", "look", "new", "change", "say"] as const)) {
				case "look": {
					const folder = random.among([...world.folders.keys()]) ?? "a"
					await world.look(folder, world.folders.get(folder) ?? "a", random.pick(["public", "private"]))
					break
				}
				case "new": {
					const file = random.pick(["a", "b", `c${step}`])
					if (!world.files.has(file)) world.write(file, world.vary())
					// What nobody looked at for any file, only a key that can list finds.
					await world.look(`new-${step}`, file, file.startsWith("c") ? "private" : random.pick(["public", "private"]))
					break
				}
				case "change":
					await world.change()
					break
				case "say":
					await world.say()
			}
	},
)
