import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, onTestFinished, test } from "vitest"
import { examineFile } from "../../src/app/check/examine.ts"
import { openFile } from "../../src/app/check/open-file.ts"
import { savedMapping } from "../../src/app/saved-mapping.ts"
import { defaultBrowser } from "../../src/customer/check-options.ts"
import { allCleaning } from "../../src/customer/cleaning.ts"
import { type Mapping, mappingSchema } from "../../src/customer/columns/mapping.ts"
import { fieldNames, fields } from "../../src/customer/fields.ts"

const file = [
	"Nummer;Referens;Namn;E-post;E-post 2;Adress;Adress 2;Notering",
	"1;A-1001;Anna Ek;anna@example.com;;Storgatan 1;lgh 1102;",
	"2;A-1002;Bo Lind;bo@example.com;bosse@example.com;Lillgatan 3;;ring först",
	"3;A-1003;Cai Berg;;cai@example.com;Torget 5;;",
].join("\n")

const answers: Mapping = {
	version: 2,
	columns: {
		Nummer: null,
		Referens: "number",
		Namn: "name",
		"E-post": "email",
		"E-post 2": ["email", "billingEmail"],
		Adress: "street",
		"Adress 2": "street",
		Notering: null,
	},
	first: { email: "E-post" },
	constants: { country: "SE" },
}

const several = {
	" ": "the first that is filled, or joined",
	", ": "joined by a comma, a house number by a space",
	each: "one card each",
} as const

/** `npm run docs:findings` writes the file anew. */
test("docs/mapping.md lists every field", async () => {
	const folder = await mkdtemp(join(tmpdir(), "mapping-"))
	onTestFinished(() => rm(folder, { recursive: true }))
	const path = join(folder, "customers.csv")
	await writeFile(path, file)
	const opened = await openFile(path)
	const options = { now: 0, browser: defaultBrowser, cleaning: allCleaning }
	const { mapping, decision, questions } = await examineFile(opened, { options })
	const saved = savedMapping(decision ?? { mapping, columns: [], said: mapping }, questions)
	expect(mappingSchema.parse(saved)).toEqual(saved)
	expect(mappingSchema.parse(answers)).toEqual(answers)
	expect((await examineFile(opened, { options, answers })).questions).toEqual([])

	const document = [
		"# The mapping of columns",
		"",
		"A small JSON file says what each column of a CSV is: `--mapping FILE` reads it, `check --save-mapping FILE` writes it, with",
		"the questions that are still open. The app loads and saves the same files.",
		"",
		"## What is decided without it",
		"",
		"- A column is decided by its name, in eleven languages and however it is written. Its values confirm or deny that; they never",
		"  give a field to a column whose name does not say so. All rows are looked at, and what means no value (`-`, `NULL`, `n/a`)",
		"  counts as none.",
		"- A name with one meaning is taken, unless over half of its values deny it. Fewer are errors of their rows.",
		"- A name with several meanings (`Ref`, `Number`, `Card`) is taken where no other column can be meant and its values bear it",
		"  out: as the customer number where 95% of the rows have one and 90% of them differ; as the card token where nine of ten",
		"  values are card tokens; as another field where nine of ten can be such values.",
		"- Left out, and told: what is known as not ours (a status, a note, the old processor's reference), what has a name that says",
		"  nothing, and what another column is already or its values do not bear out. Not where it holds card tokens; nor where its",
		"  name says nothing and it could be what no column is named as: the number, the name, the e-mail, the card, a phone, an",
		"  identity number, or the rest of an address, such as the numbers of houses where no street has one.",
		"  These are asked. Where the file has no header nothing is left out unasked.",
		"- A column whose name says nothing at all (empty, `Kolumn1`, `Unnamed: 4`), as where a spreadsheet divided a text into columns, is",
		"  asked about where it is filled, unless it only counts the rows: it may go on with the column before it.",
		"- Two columns of card tokens are a first and a second card where nothing but a counter from the first on tells them apart (`Token`,",
		"  `Token 2`). All else (`Token Visa` and `Token MC`, `Token S47` and `Token S48`) is a question: both, or one card each.",
		"- A number and a name in one cell (`10230 Astrid Ek`) are told apart where no other column has them, else asked about; a row where",
		"  that cannot be done is an error. The whole file tells: names such as `7-Eleven Sverige AB` and `2 Ek` are no numbers,",
		"  and where fewer than half of the customer numbers have a name with them, their rows are errors.",
		"- Somebody who works at the customer (`Kontaktperson`, `Interlocuteur`) is its name where no other column can be.",
		"- Who the customer is where a file tells of two, of who is served (`Pupil`, `Patient`, `Mitglied`) and of who pays (`Bill Payer`,",
		"  `Guardian`, `Betalare`), or of who buys and who receives (`Nabywca`, `Odbiorca`), is one question: number, name, e-mail and the rest go",
		"  together. What you say of the columns of one party alone leaves those of the other out; to take from both, say so of each column.",
		"  Who pays only for some (`Payeur (si différent)`) is the customer of those rows as a whole, and whoever is served of the others. Of",
		"  several who pay (`Parent 1`, `Parent 2`) each is an answer, and so is a column that says of each row who does (`Bill payer`: `Parent 2`).",
		"- The name and number of an animal, a vehicle or a boat are not the customer's in a file that has its owner (`Eigenaar`, `Halter`): the",
		"  owner is the customer, and a question where the file has another name as well.",
		"- Where no column is the name, any column whose values are those of many is asked about, whatever it is called; where none is the e-mail,",
		"  that of who may be the customer. Where a zip code and a city have no street, so is a column that looks like streets.",
		"- Of a compound the last part says what it is: who owes, pays or holds something (`Gebührenschuldner`, `Planholder`) is the customer.",
		"- A note in brackets (`(required)`) is seen through, unless it says that the column is another (`(revoked)`, `(test)`, `(not in",
		"  use)`), or is all that tells two columns of card tokens apart: these are asked about. A number (`Card (2)`) only counts.",
		"- A credit limit in another unit (`öre`, `pence`, `k`, `in thousands`) is asked about and never converted, also where a column",
		"  beside it says so. So is one whose name, or a column beside it, says another currency (`Limit (USD)`) than rows have; where they",
		"  have none, the currency is.",
		"- What was once (`Old e-mail`, `Frühere Anschrift`) is never taken by itself: left out beside what is now, else asked.",
		"- The parts of a person's name (`van`, a middle name, a second surname, `Jr.`) and the numbered lines of a company's or a street",
		"  (`Firmenname 2`, `Adress 2`) are joined in their natural order. A company, or a name, stands for the rows that have no person;",
		"  a row with both is asked about, once for all of them.",
		"- A surname in use (`Nom d'usage`, `Ehename`) counts before the one from birth, which counts where the other is empty, and is asked about",
		"  where a file has no other. Names in parts that stand more than once in a row (`Forename1`, `Surname1`, `Forename2`, …; `Name`, `Vorname`",
		"  beside `Name Versicherter`, `Vorname Versicherter`) are of two persons: which of them is the customer is one question.",
		"- An address is one thing: where a file has two for the same fields (`Adress;Postnr;Ort;Ny adress;Nytt postnr;Ny ort`), a row has the",
		"  one or the other, and rows with both are one question. `Postnr (2)` beside `Leveransadress` is of that address. `Business Street` beside `Home Street` is such an address too.",
		"  Its parts share what is said of it: beside `Dirección fiscal`, `CP fiscal` is its zip code.",
		"- A zip code and a city in one cell (`PLZ/Ort`), or all of an address, are told apart where the name says so and no other column",
		"  has them; a row where that cannot be done for certain is an error. What is called a street and looks like these is asked.",
		"- A dialling code in a column of its own is put before the number beside it, unless that has one. Where the country and the area have a",
		"  column each, both are: `+49`, `089` and `2345610` are +49892345610. What may be either (`Vorwahl` of `89`) is asked.",
		"- The number or name of whoever pays (`Betalar-nr`) is left out beside the customer's own. `Pnr` is what its values look like.",
		"- A row whose own status, or a column such as `Deleted at`, `Date of death` or `Merged into`, says that its customer was deleted, died",
		"  or was merged is asked about, once for all of them; so are, once for all of them, rows that say that their customers left or are not",
		"  active any more (`cancelled`, `closed`, `Vilande`, `Aktiv: Nej`). The past end of a contract or a period says nothing of a row whose own",
		"  status says that the customer is there (`Active`). A warning, and sent, is a row whose note may say that (`AVLIDEN`, `dubblett av 3`, `do not migrate`), or that the card is blocked or another's.",
		"  A name with such a remark behind it (`Reuß - ausgetr.`, `Ek, avliden`) is an error: no name is sent with it.",
		"  What a name has behind a bracket, a comma, a dash, a slash or an asterisk and is written as no name is (`Li Berg - ring först`,",
		"  `Uwe Vogt (Zahlt bar)`, `- Achtung Mahnung!`), or in capitals behind a name that has none (`Dag Ek BETALAR SENT`) or in place of one",
		"  (`DO NOT USE`), in whatever language, is asked about, once for all of them; so are several capitalised words set apart",
		"  (`Anke Böhm - Neue Karte`) where hardly any other name of the column has such.",
		"- A column that says whose card a row has (`Cardholder`, `Karten-Kundennr.`, `CardEmail`), or a second list beside the",
		"  customers, is not sent but compared with the row: a card that it gives to another customer of the file is an error, and one",
		"  in a name that may be the customer's own, or of somebody who works there, is a warning. **So is every other column that is not sent**, where",
		"  most of its values have the row's own number or name, by themselves or among others (`KUND-1004`, `1004-1`, `Card of Eva Holm`).",
		"- Where the expiry or the last digits that a file says show that tokens slid over their rows, nothing of that block is sent: neither rows that",
		"  fit by chance nor those whose card is missing.",
		"- A card of which a column such as `Card status` or `Lost/Stolen` says that it can no longer be charged (`blocked`, `do not use`), and",
		"  a word such as `DD` in place of a card token, are asked about, once for all of them. `Card 2 status`, `Backup card blocked` and",
		"  `Mastercard status` speak of that card alone; of which of several cards `Card status` speaks is asked.",
		"- Where something is supplied or installed (`Objektsadress`) is left out, and asked about where customers have no address in the",
		"  columns for it, or the file has no other.",
		"- The only country of a file is that of every address that has none of its own: `Land` may be the country of bills, or of both.",
		"- A currency of a subscription, a price or an order (`Abonnementsvaluta`) is asked about where the file gives no other.",
		"- A word for several currencies (`kr`), or for one that is not known, an amount such as `1.500`, and rows without a currency in a",
		"  file whose other currencies or countries speak against SEK are asked about. Where a file gives neither, its amounts (`60,00 €`),",
		"  most of its phones (`+49`) or most of its e-mail addresses (`.de`) do.",
		"- Everything else is a question, and nothing is sent while one is open. Rows that are errors whatever is answered ask nothing",
		"  about their own values.",
		"",
		"## How it is written",
		"",
		"Of this file",
		"",
		"```",
		file,
		"```",
		"",
		"`check customers.csv --save-mapping mapping.json` writes",
		"",
		"```json",
		JSON.stringify(saved, undefined, "\t"),
		"```",
		"",
		"Its form is that of [a schema](schemas/mapping.schema.json).",
		"",
		"To answer, put the parts of a `write` into the mapping, or say anything else that is true. With `--mapping mapping.json` the",
		"following no question is left. Here `Nummer` is left out, and the second e-mail address fills two fields.",
		"",
		"```json",
		JSON.stringify(answers, undefined, "\t"),
		"```",
		"",
		"- `version` is 2. A file of version 1 keeps its meaning: what it does not name is left out; one with card tokens is asked about.",
		'- `columns`: the name of a column, exactly as in the file, to a field, to several (`["email", "billingEmail"]`; `["zipCode", "city"]` are told apart), to `null`',
		'  where it is left out, or to `"?"` where that is still to be said. Whatever is left out is searched for card numbers all',
		"  the same.",
		"- `others`: what is not named is decided `by-rule` (the default) or `left-out`, where only columns with card tokens are asked",
		"  about.",
		"- `first`: where several columns give a row different values of a field, the one that counts; `null`: the row is an error.",
		"  For `name` this may be the column of a company or of a first name. Not said, it is asked. Of columns of card tokens that of `token` counts, and another where it is empty.",
		"- `addresses`: the columns of each address, where a file has several for the same fields. A row has those of one of them: of the one",
		"  whose street (or zip code, where there are no streets) `first` names, else of the only one that is filled.",
		"- `parties`: whoever a row may be of, each with all of its columns, where a file tells of several:",
		'  `{ "of": [{ "columns": ["Payer", "Payer e-mail"] }, { "columns": ["Name", "E-mail"] }] }`. A row is of the first that it has anything of,',
		'  and nothing of the others is sent; with `"by": "Bill payer"`, of the one in whose `values` that column is. A row where that is not',
		"  clear, or that lacks the name, is an error; so is one without the party where `of` has one alone. One of a later party is told.",
		'- `joined`: `["name"]` makes one name of all that a row has: of a person and a company by a comma, of two columns of names or',
		'  the parts of one by a space. `"firstName"`, `"lastName"` and `"company"` join those of their columns by a space.',
		"- `joinRows`: whether adjacent rows that agree in everything but the card are one customer with several cards (`true`), only the",
		'  first counts (`false`), or all are `"errors"` until somebody has looked at them. Not said,',
		"  it is asked where there are such rows.",
		'- `cards`: `"none"` says that the customers come without cards, in a file that speaks of cards and holds no token;',
		'  `"only-tokens"` that any other value in a column of card tokens, such as `invoice`, means no card;',
		'  `"all-tokens"` that every value there is meant as a token, and another is an error.',
		'- `deadCards`: `"sent"` or `"left-out"`, of cards that the file says were revoked, blocked or stolen, or expired.',
		'- `cardsOf`: of which columns of card tokens a column of states speaks, where its name does not say: `{ "Card status": ["Token 2"] }`.',
		"  Not said, it is asked where rows have several cards.",
		'- `deleted` and `ended`: `"created"` or `"left-out"`, of rows that say that their customers were deleted or died, or left.',
		"- `statuses`: what becomes of the customers or cards of a status that the program does not know, by the column and the value in",
		'  lower case: `{ "Kortstatus": { "i karantän": "left-out", "utlånat": "sent" } }`; or `{ "Kortstatus": "sent" }` for all of',
		"  them. Not said, it is asked, once for each column; a word for customers that every row has tells nobody apart, and is not.",
		'- `decimals`: `"removed"` takes the decimal of zeros off that every customer number ends in (`10.0`); `"errors"` leaves such rows',
		"  errors. Not said, it is asked where every number of the file has one.",
		'- `asides`: `"names"` says that what is set apart in names as remarks are (`Ek (bil och plåt)`) is part of them; `"errors"`, that',
		"  it is a remark, and such rows are errors. Not said, it is asked where a name has such.",
		'- `dialling`: what the dialling codes of a column are of, where its name does not say: `{ "Vorwahl": "area" }` or `"country"`.',
		'- `currencies`: what a word for a currency is, `{ "kr": "NOK" }`; `"by-country"` is that of each customer\'s country, `null` none.',
		'- `signs`: what a point or a comma before three digits of an amount is, `{ ".": "thousands" }` or `"decimals"`.',
		"- `constants`: the value of a field where a row has none of its own. Not for `number` and `token`. A currency may be",
		"  `by-country`: SEK where a row has no country that is known.",
		"- `encoding`: how the file is written, where it can be read in several ways.",
		"- `open`: the questions, with the answers and what to write for each. It is not read.",
		"- `byRule`: what rules had decided when the file was saved with questions open. A column that still stands so is decided anew, as",
		"  where an answer leaves out what took its field; only what was changed is a person's word. A `?` is left to a rule as well.",
		"",
		"| field | what it is | several columns |",
		"|---|---|---|",
		...fieldNames.map((field) => {
			const how = fields[field].several
			return `| \`${field}\` | ${fields[field].label} | ${how ? several[how] : "the first that is filled"} |`
		}),
		"",
		"This file is generated from the code by `npm run docs:findings`.",
		"",
	].join("\n")
	await expect(document).toMatchFileSnapshot("../../docs/mapping.md")
})
