import { maskCardNumbers } from "./card-number.ts"
import type { Finding, Severity } from "./finding.ts"
import { longestValue } from "./longest-value.ts"
import { type Sentences, told, type Way } from "./sentences.ts"
import { visible } from "./visible.ts"

/** What a finding code means: the source of `docs/findings.md`. */
export interface FindingDefinition {
	readonly severity: Severity
	/** What is wrong; the value at fault follows after a colon. */
	readonly sentence: string
	/** What to do about it. */
	readonly tip: Sentences
}

const leaveOut: Way = { way: "leave-out" }
const keepRow: Way = { way: "keep-row" }
const joinRows: Way = { way: "join-rows" }
const sayCountry: Way = { way: "say-country" }
const chooseEncoding: Way = { way: "choose-encoding" }
const answer = (name: string): Way => ({ way: "answer", name })

/** How values are kept from what spreadsheets do to numbers. */
const asText =
	"Of many, export the file again, and where it has to go through a spreadsheet, format the column as text before the values go in."
/** How to get back what a spreadsheet took from a value: nothing in this file tells. */
const typedAnew = `It is lost in this file: type it as the system it comes from has it. ${asText}`

/** What becomes of a value that may be right: other errors of its row may keep all of it from being sent. */
const asItIs = "Where the row is sent, it is sent as it is."

/** Whether a finding is told once for each column that it is about, and not for each row. */
export function isOfColumn(code: string): boolean {
	return code.startsWith("column.")
}

/** What only its own words tell of a customer who is created all the same: of these each is read. */
const read: ReadonlySet<string> = new Set(["row.note-speaks", "row.leaving", "row.protected", "row.marked"])
const columnsShown = 40
const readShown = 20

/** How many findings of a code a person is shown one by one; nothing where a few stand for all. */
export function shownOf(code: string): number | undefined {
	return isOfColumn(code) ? columnsShown : read.has(code) ? readShown : undefined
}

function note(sentence: string): FindingDefinition & { readonly severity: "note" } {
	return {
		severity: "note",
		sentence,
		tip: told`Nothing, if this is right; otherwise write the cell as it is to be, or switch off this kind of cleaning${{ way: "switch-off-cleaning" }}.`,
	}
}

const definitions = {
	"number.missing": {
		severity: "error",
		sentence: "The customer number is missing",
		tip: "Give the customer the number your own system knows it by.",
	},
	"number.duplicate": {
		severity: "error",
		sentence: "The customer number is in the file already",
		tip: told`Keep one row for each customer. If the rows are several cards of one customer, have them joined${joinRows}.`,
	},
	"number.shared": {
		severity: "error",
		sentence: "Different customers have this customer number, and the file does not say whose it is",
		tip: "If this is one customer, keep one row, with what is right of both and all its cards: with a second number it would be created twice. If they are several, give each the number that your own system knows it by.",
	},
	"number.several-cards": {
		severity: "error",
		sentence:
			"The customer stands in several rows that differ in the card alone, and somebody is to look at them, as was answered",
		tip: told`Say that such rows are one customer with all its cards${joinRows}, or delete those whose card is not to be sent.`,
	},
	"number.formerly-duplicate": {
		severity: "error",
		sentence: "This customer number was twice in the file that the row comes from, and the other row of it went first",
		tip: "Give this customer its own number. When the other row certainly created nobody, empty import_code to send this one.",
	},
	"number.changed": {
		severity: "error",
		sentence: "The customer number was changed since an import gave this row back",
		tip: told`Put the old number back: the new one may be another customer's, and the old one may have been created. If the new number is this customer's, confirm it for this row alone${{ way: "confirm-number" }}.`,
	},
	"number.sent-before": {
		severity: "error",
		sentence: "The card token that this row had was sent before, for another customer number",
		tip: told`If the number was changed, put the old one back: with another card the customer would be there twice. If this is another customer, say so of this row${{ way: "confirm-number" }}.`,
	},
	"value.changed": {
		severity: "error",
		sentence: "A spreadsheet may have changed this value since an import gave the row back",
		tip: told`Put the old value back. Where the new one is right, say so of this row${keepRow}.`,
	},
	"number.not-joined": {
		severity: "error",
		sentence: "The customer number is in the file already, in a row that this one cannot be joined with",
		tip: "Only rows that follow each other and agree in everything but the card are joined: sort the file by the customer number and make them agree, or keep one.",
	},
	"number.near-duplicate": {
		severity: "warning",
		sentence: "The customer number differs from that of another row only in case, spaces, leading zeros or a decimal",
		tip: "Check that these are two customers, and that no spreadsheet ate the leading zeros.",
	},
	"number.other-spelling": {
		severity: "error",
		sentence: "Another row has this customer number in another spelling, and the same name and e-mail",
		tip: told`If they are one customer, give both rows one number and have them joined${joinRows}, or delete one. If they are two customers, say of both rows that they are right${keepRow}.`,
	},
	"number.control-character": {
		severity: "error",
		sentence: "The customer number contains a line break or another invisible control character",
		tip: "Remove it: nobody would find the customer by this number again.",
	},
	"number.header": {
		severity: "error",
		sentence: "The row is no customer: the header stands in the file again",
		tip: told`${leaveOut}. If two files were put together here, check that both have the same columns.`,
	},
	"number.quoted": {
		severity: "error",
		sentence: "Quotation marks stand around the customer number",
		tip: "Take them off, or write the number as your own system has it: nobody would find the customer by this one.",
	},
	"card-number.found": {
		severity: "error",
		sentence: "This reads as the number of a payment card, which may neither be stored nor sent",
		tip: "Delete it from this file and from every copy of it, and use a single-use card token instead. Tell whoever made the file. If it is something else, leave its column out.",
	},
	"card-number.unsent": {
		severity: "error",
		sentence: "This reads as the number of a payment card, which may not be stored, in a column that is not sent",
		tip: told`Delete it from this file and from every copy of it, and tell whoever made the file. If it is something else, say that the row is right${keepRow}.`,
	},
	"card-number.masked": {
		severity: "error",
		sentence: "A card number stood here and was masked",
		tip: "Put the right value in its place, or empty the cell.",
	},
	"party.unclear": {
		severity: "error",
		sentence: "The row tells of several people or companies, and it is not clear which of them is the customer",
		tip: "Give the name of whoever is the customer, or name one of the others where the column says who it is.",
	},
	"party.next": {
		severity: "warning",
		sentence: "The row does not name who is the customer in others, and is of somebody else, as was answered",
		tip: `Look whether it belongs to the row above, as where a family is named once, and fill the name in. ${asItIs}`,
	},
	"value.two-columns": {
		severity: "error",
		sentence: "Two columns give different values, and which one counts was not said",
		tip: told`Make the values agree, or say which column goes first${answer("first")}.`,
	},
	"value.damaged": {
		severity: "error",
		sentence: "A spreadsheet put this in place of the value",
		tip: typedAnew,
	},
	"value.scientific": {
		severity: "error",
		sentence: "A spreadsheet rounded this number, and its last digits are lost",
		tip: typedAnew,
	},
	"value.rounded": {
		severity: "error",
		sentence: "A spreadsheet, which keeps 15 digits, rounded this number: all long ones of the column end in zeros",
		tip: typedAnew,
	},
	"value.stand-in": {
		severity: "warning",
		sentence: "This may stand in place of a value that nobody had",
		tip: `Empty the cell if it does. ${asItIs}`,
	},
	"value.ditto": {
		severity: "error",
		sentence: "This says that the value is the same as another one, and is not a value itself",
		tip: "Write out the value that it stands for: rows are read one by one.",
	},
	"number.date": {
		severity: "error",
		sentence: "The customer number is a date, which a spreadsheet may have made of it",
		tip: typedAnew,
	},
	"number.word": {
		severity: "error",
		sentence: "This is no customer number, or none as the others of the file are",
		tip: told`Give the customer its number, or say that this is it${keepRow}.`,
	},
	"number.exchanged": {
		severity: "error",
		sentence: "The customer number and the identity number stand in each other's column",
		tip: told`Put each into its own column in the source, or say that the row is right${keepRow}.`,
	},
	"number.noted": {
		severity: "error",
		sentence: "The customer number has a note on it, which the other numbers of the file do not have",
		tip: told`Write the number alone, and do what the note says. If all of it is the number, say that the row is right${keepRow}.`,
	},
	"number.unlike": {
		severity: "error",
		sentence: "The customer number has characters that no other number of the file has",
		tip: told`Write the number alone; two customers need two rows. If all of it is the number, say that the row is right${keepRow}.`,
	},
	"number.decimal": {
		severity: "error",
		sentence: "The customer number has a decimal or a separator of thousands that a program may have added",
		tip: told`Compare it with the system it comes from. ${asText} If the numbers are so there, say that the rows are right${keepRow}.`,
	},
	"number.zeros": {
		severity: "error",
		sentence:
			"The customer number is shorter than the others of the file, which have zeros before them: a spreadsheet takes those off",
		tip: told`Compare it with the system it comes from, and write it with its zeros. ${asText} If it has none there, say that the row is right${keepRow}.`,
	},
	"value.decimal": {
		severity: "error",
		sentence: "The value ends in a decimal of zeros, which a program seems to have added",
		tip: "Take the decimal off, and compare the value with the system it comes from.",
	},
	"value.date": {
		severity: "warning",
		sentence: "This is a date, which a spreadsheet may have made of another value",
		tip: `Compare it with the system it comes from. ${asText}`,
	},
	"value.other-kind": {
		severity: "warning",
		sentence: "This is an e-mail address, a link or a number, where a name or a part of an address belongs",
		tip: `See whether it slipped into the wrong cell, and write here what belongs here. ${asItIs}`,
	},
	"identity-number.zeros": {
		severity: "error",
		sentence: "Digits are missing in this identity number: zeros before it, which a spreadsheet takes off",
		tip: `Compare it with the system it comes from, and write it with its zeros. ${asText}`,
	},
	"text.control-character": {
		severity: "error",
		sentence: "The value contains an invisible control character",
		tip: "Remove it; if many rows have one, the file was probably read in the wrong encoding.",
	},
	"text.line-break": {
		severity: "warning",
		sentence: "The value contains a line break or a tab",
		tip: `Replace it if the value is meant to be one line. ${asItIs}`,
	},
	"text.replacement-character": {
		severity: "error",
		sentence: "A letter was lost before this file was made, and a replacement character stands in its place",
		tip: "Correct the value from the system it comes from.",
	},
	"text.stray-quote": {
		severity: "warning",
		sentence:
			"Quotation marks stand around the value, or one too many in it, that may belong to the file and not to the value",
		tip: "Compare it with the system it comes from: a quote may have been forgotten, or cells quoted in another way than with double quotes. Where the row is sent, it is sent as it is.",
	},
	"text.two-scripts": {
		severity: "warning",
		sentence: "Letters of two alphabets stand in one word, some of which only look right",
		tip: `Type the value anew, or correct it from the system it comes from. ${asItIs}`,
	},
	"text.seven-bit": {
		severity: "error",
		sentence: "Brackets or bars stand where national letters belong, as old systems write them",
		tip: told`If whole columns look like this, choose the encoding sen-850200-b, sen-850200-c or din-66003 for the file${chooseEncoding}; if not, correct the value.`,
	},
	"text.escaped": {
		severity: "error",
		sentence: "A program wrote something else in place of a character, and nobody undid it",
		tip: "Correct the value, or export the file again without HTML and escapes.",
	},
	"text.mis-decoded": {
		severity: "error",
		sentence: "The value looks like text that was read in the wrong encoding",
		tip: told`If whole columns look like this, choose another encoding for the file${chooseEncoding}; if not, correct the value.`,
	},
	"email.invalid": {
		severity: "error",
		sentence: "This is not an e-mail address",
		tip: "Correct it, or empty the cell: the e-mail address is optional.",
	},
	"email.cut": {
		severity: "error",
		sentence: "The e-mail address is as long as the longest of its column, and others of that length were cut off",
		tip: told`Export the file again with a wider column, or compare the address with the system it comes from and say that the row is right${keepRow}.`,
	},
	"email.left-out": {
		severity: "warning",
		sentence: "The row has no e-mail address but in a column that is left out",
		tip: told`Nothing, if that one is not to be sent. Otherwise say that the column is an e-mail as well${{ way: "name-column", field: "email" }}: it serves where the other is empty.`,
	},
	"phone.left-out": {
		severity: "warning",
		sentence: "The row has no phone number but in a column that is left out",
		tip: told`Nothing, if that one is not to be sent. Otherwise say that the column is a phone as well${{ way: "name-column", field: "phone" }}: it serves where the other is empty.`,
	},
	"phone.invalid": {
		severity: "error",
		sentence: "This is not a phone number",
		tip: "Write it with its country code, as in +46 70 123 45 67, or empty the cell.",
	},
	"phone.several": {
		severity: "error",
		sentence: "There are several phone numbers in one cell",
		tip: "Leave one of them in the cell, or put the others into columns of their own.",
	},
	"phone.unlikely": {
		severity: "warning",
		sentence: "No phone in that country has this number",
		tip: `Check the number and the country. ${asItIs}`,
	},
	"phone.codes": {
		severity: "warning",
		sentence: "It cannot be told which of these dialling codes is the country's and which the area's",
		tip: "Write the whole number with its country code into one column. The phone is left out.",
	},
	"phone.no-country": {
		severity: "warning",
		sentence: "The phone number has no country code, and the row no country to take it from",
		tip: `Write the number with its country code, or fill in the country of the row. ${asItIs}`,
	},
	"phone.no-country-column": {
		severity: "note",
		sentence: "The phone number has no country code, and the file says no country to take it from",
		tip: told`Nothing, if Intergiro may have it as it stands; otherwise say the country of all rows${sayCountry}, or write the numbers with their country codes.`,
	},
	"value.too-long": {
		severity: "error",
		sentence: `The value is longer than any: it has ${longestValue / 1_000},000 characters or more`,
		tip: "Look for a quote that opens here and closes much later, or write the value as it is to be.",
	},
	"value.cut": {
		severity: "warning",
		sentence: "The value may be cut off: it is as long as the longest of its column, as many are, and none is longer",
		tip: `Compare it with the system it comes from, and export the file again with a wider column. ${asItIs}`,
	},
	"zip-code.unlikely": {
		severity: "warning",
		sentence: "This is not a zip code of the country",
		tip: `Check the zip code and the country. ${asItIs}`,
	},
	"zip-code.zeros": {
		severity: "error",
		sentence:
			"The zip code is shorter than nearly all others of the file: zeros before it, which a spreadsheet takes off, may be missing",
		tip: told`Say the country of all rows${sayCountry}, and zeros are put back as its post has them; or write the code as it is, or say that the row is right${keepRow}.`,
	},
	"zip-code.mixed": {
		severity: "warning",
		sentence:
			"The zip code has four digits, others of the file have five, and no country says which is right: a zero before it may be missing",
		tip: told`Say the country of all rows${sayCountry}, or write the code as it is. ${asItIs}`,
	},
	"zip-code.no-digit": {
		severity: "error",
		sentence: "This is no zip code: it has no digit",
		tip: "Look whether the cells of the address are in the right columns, or empty it.",
	},
	"zip-code.sign": {
		severity: "error",
		sentence: "This is no zip code: no country writes one with such a sign",
		tip: "Write the zip code alone, or empty the cell.",
	},
	"address.not-parted": {
		severity: "error",
		sentence: "The parts of an address in this cell cannot be told apart for certain",
		tip: "Write them in columns of their own, or the zip code first and the city after it, as in 111 22 Stockholm.",
	},
	"number.not-parted": {
		severity: "error",
		sentence: "The customer number and the name in this cell cannot be told apart for certain",
		tip: "Write them in columns of their own, or the number first and the name after it, as in 10230 Anna Ek.",
	},
	"address.no-country": {
		severity: "warning",
		sentence: "The address has no country",
		tip: told`Fill in the country of the row, or say which one those without have${sayCountry}.`,
	},
	"address.no-country-column": {
		severity: "note",
		sentence: "The file says no country of this address",
		tip: told`Nothing, if Intergiro may have the address without one; otherwise say the country of all rows${sayCountry}.`,
	},
	"address.no-place": {
		severity: "warning",
		sentence: "The address lacks a part that the file has a column for",
		tip: `Fill it in from the system it comes from: of cells that were merged in a spreadsheet only the first row keeps the value. ${asItIs}`,
	},
	"address.zip-left-out": {
		severity: "warning",
		sentence: "The row has an address and no zip code, though the file has one in a column that is left out",
		tip: told`Nothing, if it is of another address. Otherwise say that the column is the zip code${{ way: "name-column", field: "zipCode" }}.`,
	},
	"address.zip-in-city": {
		severity: "warning",
		sentence: "The city holds what looks like a zip code, and the row has none",
		tip: `Write the zip code in its own column. ${asItIs}`,
	},
	"address.country-only": {
		severity: "note",
		sentence:
			"The row has a country and no address: the country is not sent, and only says of which country a phone number is",
		tip: "Nothing, if the customer has no address; otherwise fill in street, zip code and city.",
	},
	"address.incomplete": {
		severity: "error",
		sentence: "The address is incomplete",
		tip: "In Sweden, Norway, Denmark, Finland and Germany an address needs street, zip code, city and country. Fill in what is missing, or empty all of it: where that is so in all rows, leave the columns of the address out.",
	},
	"country.invalid": {
		severity: "error",
		sentence: "This is not a country",
		tip: "Use the two-letter code of ISO 3166, as in SE.",
	},
	"type.invalid": {
		severity: "error",
		sentence: "The type of the customer is neither person nor organization",
		tip: "Write person or organization, or empty the cell.",
	},
	"currency.invalid": {
		severity: "error",
		sentence: "This is not a currency",
		tip: "Use the three-letter code of ISO 4217, as in SEK.",
	},
	"currency.ambiguous": {
		severity: "error",
		sentence: "This may be one of several currencies",
		tip: told`Use the three-letter code of ISO 4217, as in SEK, or say which one it is${answer("currencies")}.`,
	},
	"currency.unknown": {
		severity: "error",
		sentence: "This is not known as a currency",
		tip: told`Use the three-letter code of ISO 4217, as in SEK, or say which one it is${answer("currencies")}.`,
	},
	"currency.none": {
		severity: "note",
		sentence: "The row gives no currency, and Intergiro takes SEK",
		tip: "Nothing, if this is right; otherwise put the currency in.",
	},
	"limit.ambiguous": {
		severity: "error",
		sentence: "The credit limit can be read in two ways, with thousands and with decimals",
		tip: told`Write it without thousands separators, as in 1500 or 1500.50, or say which one is meant${answer("signs")}.`,
	},
	"limit.currency": {
		severity: "error",
		sentence: "The credit limit is in another currency than the customer",
		tip: "Amounts are not converted: write it in the customer's currency, or give the customer this one.",
	},
	"limit.invalid": {
		severity: "error",
		sentence: "The credit limit is not an amount",
		tip: "Write a number from 0, with a decimal point or comma and without thousands separators, as in 1500 or 1500.50.",
	},
	"schedule.invalid": {
		severity: "error",
		sentence: "This is not a payment schedule",
		tip: "Use daily, weekly, monthly, quarterly or yearly.",
	},
	"token.misplaced": {
		severity: "error",
		sentence: "A card token stands where another value belongs",
		tip: "Put it into the column of card tokens, or look whether the cells of the row are in the wrong columns.",
	},
	"token.several": {
		severity: "error",
		sentence: "There are several card tokens in one cell",
		tip: "Put each card token into a column of its own, or into a row of its own with the same customer number.",
	},
	"token.bearer": {
		severity: "error",
		sentence: "A word such as Bearer stands before the card token",
		tip: "Leave the card token alone in its cell.",
	},
	"token.wrapped": {
		severity: "error",
		sentence: "Quotation marks, brackets or a comma stand around the card token",
		tip: "Leave the card token alone in its cell.",
	},
	"token.broken": {
		severity: "error",
		sentence: "The card token has a space, a line break or something else in or beside it that belongs to no token",
		tip: "Use the card token exactly as it was issued, alone in its cell.",
	},
	"token.cut": {
		severity: "error",
		sentence: "The card token was cut off: others of this file go on where it ends, or all end at one length",
		tip: "Export the tokens again: a program or a column on the way had no room for the whole of it. Nobody can complete it.",
	},
	"token.stray": {
		severity: "error",
		sentence: "This is no card token, as the others of the file are",
		tip: told`Put the token there, or empty the cell to create the customer without one. If other values than tokens mean no card in all of the file, say so${{ way: "map", as: '"cards": "only-tokens"' }}.`,
	},
	"token.other-card": {
		severity: "error",
		sentence: "The row and its card token speak of different cards",
		tip: "If hardly any row agrees, that column is of something else, as of an earlier card or a membership: rename it or take it out of the file. If most agree, look whether it, or the column of tokens, slipped by a row when the file was sorted or filled in.",
	},
	"name.none": {
		severity: "warning",
		sentence: "The row has no name, and the file has a column for it",
		tip: "Look the name up in your own system: where the row is sent, the customer has none, and nobody can tell who it is.",
	},
	"name.no-last": {
		severity: "warning",
		sentence: "The row has a first name and no last name, and the file has a column for it",
		tip: `Fill it in from the system it comes from: of rows that belong together only the first may have it. ${asItIs}`,
	},
	"name.remark": {
		severity: "error",
		sentence: "A remark stands behind the name or in its place, that the customer left, moved or died",
		tip: told`${leaveOut} where the customer is not to be created; otherwise write the name alone. If all of it is the name, say that the row is right${keepRow}.`,
	},
	"row.two-customers": {
		severity: "error",
		sentence: "The row holds two customers, each with a card of their own",
		tip: "Give each customer a row: put the second group of columns below the first one. Nobody of this row is created.",
	},
	"token.other-customer": {
		severity: "error",
		sentence: "Another column of the file says that the card of this row is somebody else's",
		tip: told`Look whether the column of tokens, or the one that says whose they are, slipped or was sorted apart from the customers. Where the card is this customer's, say that the row is right${keepRow}; if the column says nothing of the card, rename it or take it out of the file.`,
	},
	"row.other-customer": {
		severity: "error",
		sentence:
			"Another column of this row means another customer of the file, and the row has no card to tell whose it is",
		tip: told`Look whether some columns slipped or were sorted apart from the others. Say that the row is right${keepRow} where they are this customer's; if the column says nothing of the row, leave it out of the file.`,
	},
	"card.other-holder": {
		severity: "warning",
		sentence: "The card is in another name than the customer's, and no other customer of this file has just that name",
		tip: "Look whether this is the customer by another name, or somebody who pays for them. Where the row is sent, so is the card.",
	},
	"card.other-payer": {
		severity: "warning",
		sentence:
			"By another column of the file somebody else pays, or answers, for this customer, and the card may be theirs",
		tip: told`Look whose card it is. Where the row is sent, so is the card; take it out of the row where it is not this customer's, or ${leaveOut} where this is no customer.`,
	},
	"card.other-payment": {
		severity: "note",
		sentence: "What stands in place of a card token is not a token, and the customer is created without a card",
		tip: "Nothing, if this customer pays in another way.",
	},
	"card.dead": {
		severity: "error",
		sentence: "The file says that this card can no longer be charged",
		tip: told`Say whether such cards are sent, or their customers created without them${answer("deadCards")}.`,
	},
	"card.status": {
		severity: "error",
		sentence: "What the file says of how this card stands is not known",
		tip: told`Say which of these words mean that a card is not sent${answer("statuses")}.`,
	},
	"card.which": {
		severity: "error",
		sentence: "The row has several cards, and the column that says how one of them stands does not say which",
		tip: told`Say of which column of card tokens it speaks${answer("cardsOf")}.`,
	},
	"card.left-out": {
		severity: "note",
		sentence: "The card is left out, as was answered of those that can no longer be charged",
		tip: told`Nothing, if this is right; otherwise say that such cards are sent${{ way: "map", as: '"deadCards"' }}.`,
	},
	"card.other-column": {
		severity: "note",
		sentence: "The row has a card in another column as well, which goes first, so that this one is left out",
		tip: told`Nothing, if a customer has one card; otherwise say that both are sent${answer("first")}.`,
	},
	"card.none": {
		severity: "note",
		sentence: "The row has no card to send, and others of this file have one",
		tip: "Nothing, if this customer has none; otherwise put the card token in.",
	},
	"card.slipped": {
		severity: "error",
		sentence: "The row has no card, and another row has that of somebody else: the cards may have slipped",
		tip: told`Look to whom the cards belong, or say that this row is right${keepRow}.`,
	},
	"card.among-slipped": {
		severity: "error",
		sentence:
			"The card tokens of the rows around this one slipped to other rows, and this one may fit its row by chance",
		tip: told`Put the whole column of tokens right: look where it slipped when the file was sorted, filtered or pasted into. Say that the row is right${keepRow} where its card is this customer's.`,
	},
	"name.repeated": {
		severity: "error",
		sentence: "The first name ends with the last name, which would be there twice",
		tip: told`Write the first name alone, or say that the row is right${keepRow}.`,
	},
	"name.aside": {
		severity: "error",
		sentence: "Something is set apart in the name, or stands behind it or in its place, as a remark does",
		tip: told`Write the name alone; or say that it is part of these names${answer("asides")}, or that the row is right${keepRow}.`,
	},
	"name.exchanged": {
		severity: "error",
		sentence: "The first and the last name stand in each other's column: in other rows the last name is in capitals",
		tip: told`Put each into its own column in the source, or say that the row is right${keepRow}.`,
	},
	"email.of-another": {
		severity: "warning",
		sentence: "The e-mail address was mended into one that another customer of the file has",
		tip: "Look whether it was typed into the right row. A family may have one address; then there is nothing to do.",
	},
	"email.slipped": {
		severity: "error",
		sentence: "The e-mail address seems to be another customer's: in several rows it spells the name of another row",
		tip: told`Look whether names or addresses were sorted or pasted apart from the rest: the card may be somebody else's as well. Put them back in the source, or say that this row is right${keepRow}.`,
	},
	"email.slipped-away": {
		severity: "error",
		sentence:
			"The row has no e-mail address, and those of several rows spell the names of other rows: its own may stand there",
		tip: told`Look whether names or addresses were sorted or pasted apart from the rest: the card may be somebody else's as well. Put them back in the source, or say that this row is right${keepRow}.`,
	},
	"token.not-a-token": {
		severity: "warning",
		sentence: "This does not look like a card token",
		tip: `Check that the column holds single-use card tokens of Intergiro, not references of the former processor. ${asItIs}`,
	},
	"token.card-expired": {
		severity: "warning",
		sentence: "The card behind the token has expired",
		tip: "Intergiro will probably decline it. Ask the customer for a new card, or empty the cell to create the customer without one.",
	},
	"token.card-expiring": {
		severity: "warning",
		sentence: "The card behind the token expires within 30 days",
		tip: "Import it soon, and ask the customer for a new card.",
	},
	"token.expired": {
		severity: "warning",
		sentence: "The token itself has expired",
		tip: "Intergiro will probably refuse it. Tokenize the card again.",
	},
	"token.test-token": {
		severity: "warning",
		sentence: "The token was made for tests, and the API key or most other tokens are for live cards",
		tip: "Use tokens and a key of the same kind.",
	},
	"token.live-token": {
		severity: "warning",
		sentence: "The token is of a live card, and the API key or most other tokens are for tests",
		tip: "Use tokens and a key of the same kind.",
	},
	"token.not-single-use": {
		severity: "warning",
		sentence: "The token is not a single-use token",
		tip: "Intergiro takes single-use card tokens only. Check that this is the right column.",
	},
	"token.duplicate": {
		severity: "error",
		sentence: "The card token stands in the file more than once",
		tip: "A card token can be used once only. Look whose card it is, in the system that it comes from: any other customer needs the token of its own card.",
	},
	"token.filled": {
		severity: "error",
		sentence: "The card token is that of another row with another ending, as where a spreadsheet fills cells downwards",
		tip: "Put the token of this customer there, from the system that it comes from.",
	},
	"ip.invalid": {
		severity: "error",
		sentence: "This is not an IP address",
		tip: "Correct it, or empty the cell.",
	},
	"browser.invalid": {
		severity: "error",
		sentence: "This browser value is not usable",
		tip: "Color depth is a number of bits, resolution as in 2560x1440, java and javascript true or false, locale as in sv-SE, time zone the minutes of getTimezoneOffset() as in -120, parent the address of a page.",
	},
	"cleaned.trim": note("Space around the value was removed"),
	"cleaned.compose": note("Letters written as several characters were composed into one (Unicode NFC)"),
	"cleaned.ligature": note(
		"Letters drawn as one or of another width or shape, as a PDF has them, were written as the plain letters that they are",
	),
	"cleaned.spaces": note("No-break or other odd spaces were made plain ones"),
	"cleaned.zero-width": note("Characters that have no width were removed"),
	"cleaned.spreadsheet-mark": note("The marks that a spreadsheet puts around a text were removed"),
	"cleaned.placeholder": note("What a program writes for no value was taken for no value"),
	"cleaned.decimal": note("A decimal of zeros that every value of the column ends in was removed"),
	"cleaned.country": note("The country was written as its code"),
	"cleaned.currency": note("The currency was written as its code"),
	"cleaned.locale": note("The locale was written as language and country"),
	"cleaned.timezone": note("The time zone was written in minutes, as browsers give it"),
	"cleaned.type": note("The type of the customer was written as Intergiro calls it"),
	"cleaned.schedule": note("The payment schedule was written as Intergiro calls it"),
	"cleaned.limit": note("The amount was written as a plain number"),
	"cleaned.phone": note("The phone number was written with its country code"),
	"cleaned.email": note("The domain of the e-mail address was written in lower case"),
	"cleaned.zip-code": note("The zip code was written as posts write it"),
	"cleaned.escape": note("What a program wrote in place of a character was made that character again"),
	"row.total": {
		severity: "error",
		sentence: "The row is no customer, but a total or a count",
		tip: told`${leaveOut}, or say that it is a customer${keepRow}.`,
	},
	"row.subtitle": {
		severity: "error",
		sentence: "The row is no customer, but a title between rows",
		tip: told`${leaveOut}, or say that it is a customer${keepRow}. If another table begins here, put it into a file of its own.`,
	},
	"row.other-header": {
		severity: "error",
		sentence: "The row is no customer, but the header of another table, with other columns or in another order",
		tip: "Put the rows from here on into a file of their own: none of them is sent, because their cells would be taken for something else.",
	},
	"row.other-table": {
		severity: "error",
		sentence: "The row stands behind the header of another table, with other columns or in another order",
		tip: "Put that table into a file of its own.",
	},
	"row.types": {
		severity: "error",
		sentence: "The row is no customer, but says what the columns may hold",
		tip: told`${leaveOut}, or say that it is a customer${keepRow}.`,
	},
	"row.rule": {
		severity: "error",
		sentence: "The row is no customer, but a rule between rows",
		tip: told`${leaveOut}.`,
	},
	"row.page": {
		severity: "error",
		sentence: "The row is no customer, but the foot of a page or the end of a report",
		tip: told`${leaveOut}, or say that it is a customer${keepRow}.`,
	},
	"row.comment": {
		severity: "error",
		sentence: "The row begins with a mark, as a comment or a row that was taken out does, and most others do not",
		tip: told`${leaveOut}, or say that it is a customer${keepRow}.`,
	},
	"row.note": {
		severity: "error",
		sentence:
			"The row is no customer, but a note: its number is unlike all others, and it has hardly anything of what they have",
		tip: told`${leaveOut}, or say that it is a customer${keepRow}.`,
	},
	"row.bare": {
		severity: "error",
		sentence: "The row has a customer number and nothing of what nearly all others have",
		tip: told`Look whether this is a sum, a note or a row that lost its cells, and delete or mend it; or say that it is a customer${keepRow}.`,
	},
	"row.frame": {
		severity: "error",
		sentence: "The row is no customer, but a record of another type, as files begin and end with",
		tip: told`${leaveOut}, or say that it is a customer${keepRow}.`,
	},
	"row.says-deleted": {
		severity: "error",
		sentence: "The row says that the customer died, was deleted or made anonymous",
		tip: told`${leaveOut}, or say that it is a customer${keepRow}.`,
	},
	"row.footer": {
		severity: "error",
		sentence: "The last row is no customer, but what a report ends with",
		tip: told`${leaveOut}, or say that it is a customer${keepRow}.`,
	},
	"row.number-only": {
		severity: "warning",
		sentence: "The row has a customer number and nothing else",
		tip: `Look whether this is a footer below the data. ${asItIs}`,
	},
	"row.formerly-damaged": {
		severity: "warning",
		sentence: "An earlier import could not read this row for certain",
		tip: `Check that it is mended: cells may be missing, cut off or in the wrong place. ${asItIs}`,
	},
	"row.import-cells": {
		severity: "error",
		sentence:
			"The cells that an import wrote beside this row were moved or changed, so that it cannot be told which row it was and whether it was sent",
		tip: "Take the row from errors.csv or unknown.csv again, and mend the cells of your own columns one by one, without moving those behind them.",
	},
	"row.skipped": {
		severity: "error",
		sentence: "The row was left out by hand",
		tip: told`Nothing, if this is right; otherwise take it in again${{ way: "take-in" }}.`,
	},
	"row.left-out-before": {
		severity: "error",
		sentence: "The row was left out by a person when an earlier import gave it back",
		tip: told`Nothing, if this is right; otherwise take it in again${keepRow}.`,
	},
	"row.continues": {
		severity: "error",
		sentence: "The row has no customer number and no name, and seems to belong to the customer above it",
		tip: told`If it does, write that customer's number and all else of that row into it, and have the rows joined${joinRows}; otherwise give it its own.`,
	},
	"row.deleted": {
		severity: "error",
		sentence: "The file says that this customer was deleted or died",
		tip: told`Say whether the customers of such rows are created${answer("deleted")}.`,
	},
	"row.ended": {
		severity: "error",
		sentence: "The file says that this customer left or is not active any more",
		tip: told`Say whether the customers of such rows are created${answer("ended")}.`,
	},
	"row.blocked": {
		severity: "error",
		sentence: "The file says that this customer is blocked",
		tip: told`Say whether the customers of such rows are created${answer("blocked")}.`,
	},
	"row.leaving": {
		severity: "note",
		sentence: "The file says that this customer leaves on a day that is to come",
		tip: told`The customer is created. ${leaveOut} where it is not to be.`,
	},
	"row.note-speaks": {
		severity: "warning",
		sentence:
			"A note may say that this customer died, left or wishes to, is a test, is to be deleted, is not to be moved or is there twice, or that the card is blocked, about to be replaced or somebody else's",
		tip: told`Read it: notes are not sent, and the customer is created as the row stands. ${leaveOut} where the customer is not to be created, and take the card out where it is blocked, replaced or somebody else's.`,
	},
	"row.protected": {
		severity: "warning",
		sentence: "The file says that who this customer is, or where they live, is protected",
		tip: told`Ask who answers for personal data whether they may be moved, and with which address. Where the row is sent, it is sent as it is: empty the cells of the address that hold such words alone, and those that nobody may know. ${leaveOut} where the customer is not to be created.`,
	},
	"row.marked": {
		severity: "warning",
		sentence:
			"Few rows have a date or a mark in a column of which this program does not know what it says, and this is one of them",
		tip: told`Look whether it says who left or is not to be moved: such a column is not sent, and the customer is created as the row stands. ${leaveOut} where the customer is not to be created.`,
	},
	"column.rare-value": {
		severity: "note",
		sentence: "A column that is left out, and of which this program does not know what it says, singles out few rows",
		tip: "Look whether it says who left, is blocked or is not to be moved, or gives these customers anything: it is not sent, and they are created as their rows stand. Delete the rows where they are not to be created.",
	},
	"column.notes": {
		severity: "note",
		sentence: "A note is not sent, and only a person can tell all that it says",
		tip: told`Read them: the customers are created as their rows stand, whatever a note says. ${leaveOut} where the customer is not to be created.`,
	},
	"row.status": {
		severity: "error",
		sentence: "What the file says of how this customer stands is not known",
		tip: told`Say which of these words mean that a customer is not created${answer("statuses")}.`,
	},
	"row.left-out": {
		severity: "error",
		sentence: "The row is left out, as was answered of such rows",
		tip: told`Nothing, if this is right; otherwise say that such customers are created${{ way: "map", as: '"deleted", "ended", "blocked" or "statuses"' }}.`,
	},
	"row.joined-with-invalid": {
		severity: "error",
		sentence:
			"Another row of the same customer has an error, and a customer is created with all its cards or not at all",
		tip: "Correct the other row.",
	},
	"row.invalid": {
		severity: "error",
		sentence: "The row does not make a customer",
		tip: "Compare the row with the others of the file.",
	},
} as const satisfies Record<string, FindingDefinition>

export type FindingCode = keyof typeof definitions

export const findingCodes: Readonly<Record<FindingCode, FindingDefinition>> = definitions

/** What a person who knows the customer can say is not so of a row: that it is no customer, or that its letters are damaged. */
export const keepable: ReadonlySet<string> = new Set<FindingCode>([
	"row.left-out-before",
	"row.total",
	"row.subtitle",
	"row.footer",
	"row.page",
	"row.rule",
	"row.types",
	"row.comment",
	"row.note",
	"row.bare",
	"row.frame",
	"row.says-deleted",
	"card-number.unsent",
	"name.remark",
	"card.slipped",
	"card.among-slipped",
	"email.slipped",
	"email.slipped-away",
	"name.aside",
	"name.exchanged",
	"name.repeated",
	"token.other-customer",
	"row.other-customer",
	"row.other-header",
	"row.other-table",
	"number.header",
	"number.decimal",
	"number.word",
	"number.exchanged",
	"number.noted",
	"number.unlike",
	"number.zeros",
	"identity-number.zeros",
	"zip-code.zeros",
	"email.cut",
	"value.changed",
	"number.other-spelling",
	"value.rounded",
	"text.replacement-character",
	"text.seven-bit",
	"text.escaped",
	"text.mis-decoded",
])

/** Where a finding is, and the value or other detail to show with it. Never a card token. */
export interface FindingPlace {
	readonly column?: string | undefined
	readonly field?: string | undefined
	readonly detail?: string | undefined
}

/** Makes a finding of the list; card numbers in the detail are masked. */
export function finding(code: FindingCode, row: number, { column, field, detail }: FindingPlace = {}): Finding {
	const { severity, sentence, tip } = findingCodes[code]
	const message = detail === undefined ? `${sentence}.` : `${sentence}: ${maskCardNumbers(detail)}`
	const made: Mutable<Finding> = { row, code, severity, message, tip }
	if (column !== undefined) made.column = maskCardNumbers(column)
	if (field !== undefined) made.field = field
	return made
}

/** An error that a person may say is none, and said so of this row, is a warning. */
export function unlessKept(found: Finding, isKept: boolean): Finding {
	return isKept && keepable.has(found.code) ? { ...found, severity: "warning" } : found
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] }

/** A value as a message shows it: in quotes, masked, shortened. */
export function quoted(value: string): string {
	// Masked before it is cut: half a card number would not be recognised.
	const shown = visible(maskCardNumbers(value))
	return `"${shown.length > 80 ? `${shown.slice(0, 77)}…` : shown}"`
}
