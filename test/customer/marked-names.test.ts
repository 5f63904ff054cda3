import { expect, test } from "vitest"
import { nameMark } from "../../src/customer/marked-names.ts"
import { examiner, found, sentBy } from "../app/check/examined.ts"
import { ordinary } from "./letters/ordinary.ts"

const examined = examiner()

test.each([
	"Roth †",
	"Avliden Örjan Ek",
	"Verstorben Hans Peter Vogt",
	"Deceased: John Smith",
	"Gelöscht Karl Ott",
	"† Karl Ott",
	"Voss (verst.)",
	"Ida Voss (verstorben)",
	"Eva Ek (död)",
	"Per Dahl [deceased]",
	"Ann Lee (dec'd)",
	"Ek, avliden",
	"Ek - avl.",
	"Ek avliden 2023-04-05",
	"Roth - verst. 3.2.2021",
	"Bos, overl.",
	"Dupont – décédé",
	"Rossi / deceduto",
	"Nowak, zm.",
	"Ek, Anna - dubblett",
	"Garcia, fallecida",
	"Virtanen, kuollut",
	"Dahl - død",
	"Dbo Karl Ek",
	"David Irwin DUPLICATE",
	"makulerad",
	"raderas enl GDPR",
	"zz DUPLICATE Hattie Inglethorpe",
	"Avliden - Fia Rask",
	"AVL. Fia Rask",
	"Verst. / Karl Ott",
	"DUPLICATE: Hattie Inglethorpe",
])("a name says that somebody died or is to be deleted: %s", (name) => expect(nameMark(name)?.gone).toBe("deleted"))

test.each([
	"Reuß - ausgetr.",
	"Utträdd Bo Ek-Berg",
	"Jäger (ausgetreten)",
	"Reuß ausgetreten",
	"Reuß, austr. 31.12.23",
	"Berg (utflyttad)",
	"Berg, flyttad till Umeå",
	"Berg - har slutat",
	"Berg: ej aktiv",
	"Berg (ej medlem)",
	"Ek, Anna (vilande)",
	"Ek, Anna, uppsagd",
	"Smith – left 2021",
	"Smith - moved away",
	"Smith (ex-member)",
	"Smith, no longer a member",
	"Smith (cancelled)",
	"Müller - unbekannt verzogen",
	"Müller (ehem. Mitglied)",
	"Müller, gekünd.",
	"Hansen (utmeldt)",
	"Hansen - fraflyttet",
	"Virtanen - muuttanut",
	"Virtanen (eronnut)",
	"Dupont (résilié)",
	"Dupont - parti",
	"García (baja)",
	"García - se mudó".replace("se mudó", "trasladado"),
	"Rossi - trasferito",
	"Rossi, dimesso",
	"Nowak - wypisany",
	"Nowak (zrez.)",
	"Jansen - verhuisd",
	"Jansen, opgez.",
	"Jansen (niet meer lid)",
	"Fia Rask AVSL",
	"Dag Ek AVSLUTAD",
	"ej aktiv Bo Lind",
	"inaktiv",
	"BAJA Sergio Ribes Mas",
	"BAJA - Sergio",
	"BAJA: Sergio Ribes",
	"baja Sergio Ribes",
	"Utmeldt - Kari Vik",
	"Slutat: Bo Ek",
	"Opgezegd / Jan Bos",
	"Sluttet 1/6 - Markus Lie",
	"FLYTTAT Bo Ek",
	"Closed - Bo Ek",
])("a name says that somebody left: %s", (name) => expect(nameMark(name)).toEqual({ gone: "ended", isRemark: true }))

test.each([
	...ordinary,
	"Anna Berg",
	"Anna Berg (Ek)",
	"Volvo (Sverige) AB",
	"Dödsnes Bo",
	"Torn, Rip",
	"Mort Van Dyke",
	"Baja Surf Club",
	"Baja Sergio Ribes",
	"Baja - Sergio",
	"BAJA SERGIO RIBES",
	"BAJA Surf AB",
	"Left / Right Studio",
	"Fall - Winter",
	"Dec, Donnelly",
	"Baja, Sergio",
	"Sorti: Mode",
	"Closed Circle Group",
	"Scalone De Rosa",
	"Fisher, Mort",
	"Donnelly, Dec",
	"Tacos - Baja",
	"Hotel Sol (Baja)",
	"Anna-Lena Ek",
	"Meier & Co., vorm. Schmidt",
	"Eva Ek (f.d. Berg)",
	"Eva Ek (geb. Ehemann)",
	"Muster GmbH i.L.",
	"Jean Parti",
	"Maria Baja",
	"Anna van der Left",
	"c/o Moved Ltd".replace("Moved", "Mover"),
	"Closed Loop Systems AB",
	"Kiosk 24/7",
	"Left Bank Café",
	"Berg, Anna och Ek, Bo",
	"maria left",
	"Gek & Co - Tools",
	"Verz Verlag",
	"Golf Club - Members",
	"Smith - Jones",
	"Ek, död".replace("död", "Dödman"),
	"van Dam",
	"de Lima Silva",
	"bo lind",
	"Bo Ek VVS",
	"ej Nilsson",
	"DUPONT Jean Marie",
	"RIP Torn",
])("a name says nothing of that: %s", (name) => expect(nameMark(name)).toBeUndefined())

const file = (name: string) => ["Number;Surname;First name", "1;Berg;Ann", `2;${name};Bo`, "3;Lund;Eva"]

test("a name is never sent with the remark on it", async () => {
	const left = file("Reuß - ausgetr.")
	for (const said of [{}, { ended: "created" }] as const)
		expect(found(await examined(left, said))).toEqual(["name.remark 3"])
	expect(found(await examined(left, { ended: "left-out" }))).toEqual(["row.left-out 3"])
	const died = file("Roth †")
	expect((await examined(died)).questions.map(({ id }) => id)).toEqual(["deleted"])
	expect(found(await examined(died, { deleted: "created" }))).toEqual(["name.remark 3"])
	expect(found(await examined(died, { deleted: "left-out" }))).toEqual(["row.left-out 3"])
	expect(await sentBy(await examined(file("Ek dödsbo"), { deleted: "created" }))).toHaveLength(3)
})

test("but where a person says that all of it is the name", async () => {
	const checked = await examined(file("Reuß - ausgetr."), {}, { cells: [], skipped: [], kept: [3] })
	expect(JSON.stringify(await sentBy(checked))).toContain("Reuß - ausgetr.")
})
