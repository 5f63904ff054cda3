import { claimsOf } from "../claims.ts"
import { isPlaceholder } from "../clean-text.ts"
import { fits, hasForm, kindOf } from "../field-kind.ts"
import { type Field, fields } from "../fields.ts"
import { foreign } from "../headers/concepts.ts"
import { type HeaderReading, singleMeaning } from "../headers/read-header.ts"
import { booleanOf } from "../kinds/boolean.ts"
import { isErrorValue } from "../kinds/damage.ts"
import { isDay } from "../kinds/day.ts"
import type { PlainTest } from "../kinds/kind.ts"
import { isMoneyUnit } from "../kinds/money-unit.ts"
import { addressIn, mayBeAddress, zipAndCityIn } from "../one-cell.ts"
import { hasDigit } from "../quick-look.ts"
import { addExample, addValue, hasExamples, noEvidence } from "./column-evidence.ts"
import type { CurrencyHint } from "./currency-hint.ts"
import { DistinctCount } from "./distinct.ts"
import { hasWords, isSentence } from "./free-text.ts"
import { canBeDenied } from "./true-reasons.ts"
import { countForms, countNumberAndName } from "./value-form.ts"
import { shapeOf } from "./value-shape.ts"

const tokensRead = 20
const shortestToken = 20
const longestFlag = 6
const startsPlace = /^\s*(?:\p{Lu}{1,2}[ -])?\d{2}/u
/** Fields whose cells may hold the number and the name of a customer. */
const inOneCell: ReadonlySet<Field> = new Set(["number", "name", "company"])
const whole: ReadonlySet<Field> = new Set(["number", "name", "company", "firstName", "lastName"])
/** Fields of few different values, and what they are decides about more than their own column. */
const counted: ReadonlySet<Field> = new Set(["country", "billingCountry", "deliveryCountry", "currency"])

/** The letters of base64url between any others. */
const run = /[\w-]+/g
const isOfRun = /^[\w-]/

/** A header and a payload in base64url, as every JWT has them, anywhere in a text; no letter is looked at more than a few times. */
function hasToken(text: string): boolean {
	for (const { 0: letters, index } of text.matchAll(run)) {
		const start = letters.indexOf("eyJ")
		const end = index + letters.length
		if (start >= 0 && letters.length - start >= 11 && text[end] === "." && isOfRun.test(text[end + 1] ?? ""))
			return true
	}
	return false
}

/** Characters: no shorter address is certainly none of what stands for no value. */
const shortestAddress = 10

/** An e-mail address, as far as it matters here: longer than what stands for no value, and nothing that a token holds. */
const isAddress: PlainTest = (value) => value.length >= shortestAddress && value.includes("@")

/** `Nygatan 4 B`, `12 High Street`, and not `W 45th Street`. */
const hasHouse = /\d\s?\p{L}?\s*$|^\s*\d+\p{L}?,?\s/u

/** Whether a text holds something like a JWT. */
export function holdsToken(text: string): boolean {
	if (text.length < shortestToken) return false
	// Nearly every token stands alone in its cell.
	if (text.startsWith("eyJ") && text.indexOf(".", 11) > 0) return true
	return text.includes("eyJ") && hasToken(text)
}

/** Whether a name says nothing, though it is one. */
function isUnknown({ meanings, foreign, nameless, choice }: HeaderReading): boolean {
	return meanings.length === 0 && foreign === undefined && nameless !== true && choice === undefined
}

/** Longer texts are no dates. */
const longestDay = 24

function isMarkOrDay(value: string): boolean {
	if (value.length > longestDay) return false
	return /^[x✓✔*†+]$/iu.test(value) || booleanOf(value) === true || isDay(value)
}

/** Counts the values of one column. */
export class ColumnCounter {
	readonly evidence = noEvidence()
	/** Only where the name does not settle what the column is. */
	readonly distinct: DistinctCount | undefined
	/** The fields that the name may mean, and whose values have a form. */
	readonly #formed: readonly Field[]
	readonly #isStreet: boolean
	readonly #isCity: boolean
	readonly #isCounted: boolean
	readonly #mayHoldBoth: boolean
	/** Nearly every value of a good file is plainly fine, which is quick to see; undefined where more is asked of values. */
	#plain: PlainTest | undefined

	readonly #afterLooking: PlainTest | undefined
	/** Of a value that is fine nothing is of interest but that it is there. */
	#onlyFilled: boolean
	/** By its name nobody knows what, what values may deny, a number of a house, or a customer's number or name: its first values say what it is, and no more. */
	#isLookedAt: boolean
	readonly #hint: CurrencyHint | undefined
	readonly #isNameless: boolean
	readonly #isUnknown: boolean
	readonly #mayBeNote: boolean
	#before = ""

	/**
	 * @param isSettled whether the values only confirm or contradict what the name says
	 * @param hint what values say of a currency, where the file gives none
	 * @param checkedAs what a person may have called it, whatever its name
	 * @param mayPoint whether its values may be the names of other columns
	 */
	constructor(reading: HeaderReading, isSettled: boolean, hint?: CurrencyHint, checkedAs?: Field, mayPoint = false) {
		this.#hint = hint
		this.#isNameless = reading.nameless === true
		this.#isUnknown = isUnknown(reading)
		this.#mayBeNote = reading.mayBeNote === true
		const single = singleMeaning(reading)
		this.#formed = reading.meanings.map(({ field }) => field).filter(hasForm)
		this.#isStreet = reading.part === undefined && reading.meanings.some(({ field }) => /street$/i.test(field))
		this.#isCity = reading.meanings.some(({ field }) => /city$/i.test(field))
		this.#isCounted =
			(checkedAs !== undefined && counted.has(checkedAs)) ||
			reading.meanings.some(({ field }) => counted.has(field)) ||
			reading.choice !== undefined ||
			reading.mayBeState === true ||
			reading.foreign === foreign.deleted ||
			mayPoint
		this.#mayHoldBoth = reading.meanings.some(({ field }) => inOneCell.has(field))
		this.distinct = isSettled ? undefined : new DistinctCount()
		this.#isLookedAt =
			this.#isUnknown ||
			canBeDenied(reading.foreign) ||
			(single !== undefined && ((reading.part !== undefined && single === "street") || whole.has(single)))
		this.#onlyFilled =
			isSettled &&
			single !== undefined &&
			!this.#isStreet &&
			!this.#isCity &&
			!this.#isCounted &&
			!this.#isLookedAt &&
			hint === undefined
		if (isSettled && single !== undefined && this.#formed.length > 0 && !this.#isCounted)
			this.#plain = fields[single].kind === "email" ? isAddress : kindOf(single).plain
		this.#afterLooking = this.#plain
		if (this.#isLookedAt) this.#plain = undefined
	}

	/** A value that the check found to be fine as it stands, of the one field that the name means. */
	countPlain(cell: string): void {
		const { evidence } = this
		const { filled } = evidence
		// Of the shortest addresses more is counted, whoever finds them fine.
		const isShort = this.#plain === isAddress && cell.length < shortestAddress
		if (this.#onlyFilled && !isShort && evidence.flags < filled && evidence.units < filled) {
			evidence.filled++
			if (this.#mayHoldBoth) countNumberAndName(evidence.forms, cell)
		} else this.count(cell)
	}

	count(cell: string): void {
		const { evidence } = this
		const hint = this.#hint?.(cell)
		if (hint !== undefined) addValue(evidence.hints, hint, 1)
		if (this.#mayHoldBoth) countNumberAndName(evidence.forms, cell)
		if (this.#plain?.(cell, "")) {
			evidence.filled++
			return
		}
		if (this.#isLookedAt && hasExamples(evidence)) this.#lookNoMore()
		if (this.#mayBeNote) {
			if (hasWords(cell)) evidence.texts++
		} else if ((this.#isUnknown || this.#isNameless) && isSentence(cell.trim())) evidence.sentences++
		if (this.#isCounted && this.#countKnown(cell)) return
		if (isPlaceholder(cell)) return
		if (holdsToken(cell)) {
			evidence.filled++
			evidence.tokens++
			if (evidence.tokens <= tokensRead) this.#readClaims(cell)
			for (const field of this.#formed) if (field !== "token") this.#deny(field)
			return
		}
		if (evidence.flags === evidence.filled && this.#isFlag(cell.trim())) evidence.flags++
		if (this.#isUnknown && evidence.marks === evidence.filled && isMarkOrDay(cell.trim())) evidence.marks++
		if (evidence.units === evidence.filled && isMoneyUnit(cell.trim())) {
			evidence.units++
			addExample(this.evidence, cell.trim())
		}
		if (this.#isStreet && /\d/.test(cell)) {
			evidence.numbered++
			if (hasHouse.test(cell)) evidence.housed++
		}
		if (this.#isStreet) this.#countPlace(cell)
		// Hardly any city has a digit.
		if (this.#isCity && hasDigit(cell) && zipAndCityIn(cell.trim()) !== undefined) {
			evidence.forms.zipCity++
			if (!hasExamples(evidence)) addExample(evidence, cell.trim())
		}
		if (this.#isStreet && cell.includes("@") && shapeOf(cell.trim()) === "email") evidence.mailed++
		if (this.#formed.length > 0 || this.#isCounted || this.distinct !== undefined) this.#countValue(cell.trim())
		else if (this.#isLookedAt) this.#lookAt(cell.trim())
		// Where nothing is in question, the value itself is of no interest.
		else if (cell.charCodeAt(0) > space || cell.trim() !== "") evidence.filled++
	}

	/** A token that says nothing of its issuer may be of a card. */
	#readClaims(cell: string): void {
		const { iss, type } = claimsOf(cell.trim()) ?? {}
		if (typeof iss === "string" && iss !== "card") this.evidence.otherIssuer++
		if (type === "recurring") this.evidence.recurring++
	}

	/** A zip code and a city in the cell of a street, or all of an address. */
	#countPlace(cell: string): void {
		const { evidence } = this
		const { forms } = evidence
		if (startsPlace.test(cell) && zipAndCityIn(cell.trim()) !== undefined) forms.zipCity++
		else if (mayBeAddress(cell) && addressIn(cell.trim()) !== undefined) forms.address++
		else return
		if (!hasExamples(evidence)) addExample(evidence, cell.trim())
	}

	/** `No` in a column of countries is Norway; nobody's number is. */
	#isFlag(value: string): boolean {
		if (value.length > longestFlag || !/^\p{L}+$/u.test(value) || booleanOf(value) === undefined) return false
		return !this.#formed.some((field) => field !== "number" && fits(field, value))
	}

	#countValue(value: string): void {
		if (value === "") return
		const { evidence, distinct } = this
		evidence.filled++
		if (isErrorValue(value)) evidence.lost++
		if (this.#isNameless) this.#countRunning(value)
		if (this.#isCounted) addValue(evidence.values, value, 1)
		for (const field of this.#formed)
			if (!fits(field, value)) {
				this.#deny(field)
				if (this.#isCounted && this.#formed.length === 1) this.#unfit.add(value)
			}
		addExample(this.evidence, value)
		if (distinct === undefined) return
		distinct.add(value)
		countForms(evidence.forms, value, evidence.filled - 1)
		const shape = shapeOf(value)
		if (shape !== undefined) evidence.shapes[shape]++
	}

	#countRunning(value: string): void {
		if (value === String(Number(this.#before) + 1)) this.evidence.running++
		this.#before = value
	}

	/** The first few different values are enough. */
	#lookAt(value: string): void {
		if (value === "") return
		this.evidence.filled++
		addExample(this.evidence, value)
	}

	#lookNoMore(): void {
		this.#isLookedAt = false
		this.#plain = this.#afterLooking
		this.#onlyFilled =
			this.distinct === undefined && this.#hint === undefined && !this.#isStreet && !this.#isCity && !this.#isCounted
	}

	/** There are few, and to see what they are takes long. */
	#countKnown(value: string): boolean {
		const { evidence, distinct } = this
		if (distinct !== undefined) return false
		const known = evidence.values.get(value)
		if (known === undefined) return false
		if (evidence.flags === evidence.filled) evidence.flags++
		if (this.#isUnknown && evidence.marks === evidence.filled) evidence.marks++
		evidence.filled++
		evidence.values.set(value, known + 1)
		if (this.#unfit.has(value)) for (const field of this.#formed) this.#deny(field)
		return true
	}

	readonly #unfit = new Set<string>()

	#deny(field: Field): void {
		this.evidence.denied[field] = (this.evidence.denied[field] ?? 0) + 1
	}
}

const space = 32
