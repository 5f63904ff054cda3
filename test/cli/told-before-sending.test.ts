import { readFileSync } from "node:fs"
import { expect, it } from "vitest"
import { jwt } from "../customer/jwt.ts"
import { run } from "./command.ts"
import { fixture } from "./fixture.ts"

const own = fixture()

const file = [
	"Kundnr;Namn;Grunka;Korttoken",
	...[1, 2, 3, 4].map((n) => `${n};Kund ${n} ;${n * 7},50;${n === 4 ? "" : jwt({ iss: "card", iat: n })}`),
	"",
].join("\n")

it("whoever runs without checking sees what a check says, before anything is sent; and the summary has it", async () => {
	const path = own.write("file.csv", file)
	const checked = await run(["check", path], own.environment)
	const { status, stderr } = await own.run(path, "out")
	expect([status, own.merchant.received.length]).toEqual([0, 4])
	for (const part of checked.stdout.trim().split("\n\n")) expect(stderr).toContain(part)
	expect(checked.stdout).toContain("note  cleaned.trim  4×\n  row 2, Namn: ")
	expect(checked.stdout).toContain('    "Grunka", in all rows, amounts: "7,50", "14,50", "21,50", …\n')
	const { findings } = JSON.parse(readFileSync(own.path("out", "summary.json"), "utf8"))
	expect(findings).toEqual([
		{ code: "cleaned.trim", severity: "note", count: 4 },
		{ code: "card.none", severity: "note", count: 1 },
	])
})

it("machines get the same as events", async () => {
	const { stdout } = await own.run(own.write("file.csv", file), "out", "--json")
	const events = stdout.split("\n").flatMap((line) => (line === "" ? [] : JSON.parse(line)))
	expect(events.slice(0, 3).map(({ type, code }) => [type, code])).toEqual([
		["findings", "cleaned.trim"],
		["findings", "card.none"],
		["checked", undefined],
	])
})

it("whoever may be gone by a note is told row by row, and where the rest is", async () => {
	const notes = ["avliden i mars", "Arvo † 3/2026", "kuolinpesä, poika hoitaa", "eronnut 2/25", "card was stolen"]
	const lines = (count: number) =>
		Array.from({ length: count }, (_, n) => `${n};Kund ${n};${notes[n % notes.length]} ${n}`)
	const told = async (count: number) => {
		const path = own.write("notes.csv", ["Kundnr;Namn;Notering", ...lines(count), "x;Kund X;hund"].join("\n"))
		const { stdout } = await run(["check", path], own.environment)
		return stdout
			.match(/^ {2}(?:row \d+, Notering: A note may say .*|… .*)$/gm)
			?.map((line) => line.replace(/: A note.*: /, " "))
	}
	expect(await told(5)).toEqual(notes.map((note, n) => `  row ${n + 2}, Notering "${note} ${n}"`))
	const many = await told(27)
	expect(many).toHaveLength(21)
	expect(many?.at(-1)).toBe("  … and 7 more: check --findings FILE writes each")
})
