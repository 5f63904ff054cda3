import { fits } from "../field-kind.ts"
import type { Field } from "../fields.ts"
import { isBareCode, isDiallingCode } from "../kinds/dialling-code.ts"
import { beginsWithBirth, looksLikeIdentity } from "../kinds/identity-form.ts"
import { addressIn, holdsNumberAndName, mayBeAddress, mayPart, numberAndNameIn, zipAndCityIn } from "../one-cell.ts"
import { hasDigit, isDigits } from "../quick-look.ts"
import { isOfHouse } from "../street.ts"

/** What a value looks like that may be what customers of a file lack; one may look like several. */
export type ValueForm =
	| "zip"
	| "zipCity"
	| "address"
	| "street"
	| "country"
	| "phone"
	| "identity"
	| "dialling"
	| "bareCode"
	| "house"
	| "numberName"
	| "plainNumberName"

/** The fields that columns of other names are looked at for where none gives them. */
export const lookedFor: readonly Field[] = ["zipCode", "street", "country", "phone", "identityNumber"]

export const noForms: Readonly<Record<ValueForm, number>> = {
	zip: 0,
	zipCity: 0,
	address: 0,
	street: 0,
	country: 0,
	phone: 0,
	identity: 0,
	dialling: 0,
	bareCode: 0,
	house: 0,
	numberName: 0,
	plainNumberName: 0,
}

const zip =
	/^(?:\p{Lu}{1,3}[- ])?(?:\d{2}-\d{3}|\d{3} \d{2}|\d{4} ?[A-Z]{2}|\d{4,5}|\p{Lu}{1,2}\d[\p{Lu}\d]? ?\d\p{Lu}{2})$/u
/** Whether a value is written as a zip code. */
export const looksLikeZipCode = (value: string): boolean => zip.test(value)
const street = /^(?:\p{L}[\p{L}.'’/ -]{2,},? \d{1,4} ?\p{L}?|\d{1,4},? \p{L}[\p{L}.'’ -]{3,})$/u
/** Whether a value is written as a street with its number. */
export const looksLikeStreet = (value: string): boolean => street.test(value)
/** With a code, a leading 0, or in groups of digits. */
const phone = /^(?:(?:\+|00)[1-9][\d\s()./-]{6,}|\(?0[1-9]\d{0,4}\)?[\d\s./-]{5,12}|\d{2,3}(?: \d{2,3}){2,3})$/
/** Of a day or a month, by the signs between its numbers; what follows may be a time. */
const date =
	/^(?:(?:0?[1-9]|[12]\d|3[01])([-./])(?:0?[1-9]|1[0-2])\1(?:\d{2}|\d{4})|\d{4}([-./])(?:0?[1-9]|1[0-2])\2(?:0?[1-9]|[12]\d|3[01])|(?:0[1-9]|1[0-2])[-./](?:19|20)\d\d)(?:[ T].*)?$/

/** Counts what a value looks like. @param seen how many values were counted before this one */
export function countForms(forms: Record<ValueForm, number>, value: string, seen: number): void {
	// To see whether something is a country takes long, and one that is none settles it. One letter is a country on cars alone.
	if (value.length > longest) return
	if (!hasDigit(value)) {
		if (forms.country === seen && value.length > 1 && value.length < 40 && fits("country", value)) forms.country++
		return
	}
	if (isDigits(value)) {
		countDigits(forms, value)
		return
	}
	const code = value.charCodeAt(0)
	const hasSpace = value.includes(" ")
	const isNumeric = code >= digit0 && code <= digit9
	if (value.length <= longestZip && zip.test(value)) forms.zip++
	if ((hasSpace || value.includes(",")) && code >= digit0 && zipAndCityIn(value) !== undefined) forms.zipCity++
	if (mayBeAddress(value) && addressIn(value) !== undefined) forms.address++
	if (hasSpace && street.test(value)) forms.street++
	const isBorn = isNumeric && beginsWithBirth(value)
	if (isBorn || looksLikeIdentity(value)) forms.identity++
	if (!isBorn && (isNumeric || code === plus || code === bracket) && isPhones(value)) forms.phone++
	if (isNumeric && isOfHouse(value)) forms.house++
	if (value.length > longestCode || !(isNumeric || code === plus || code === bracket)) return
	if (isDiallingCode(value)) forms.dialling++
	if (isNumeric && isBareCode(value)) forms.bareCode++
}

/** The same of digits alone, as nearly every number is: the forms that need another sign are none of theirs. */
function countDigits(forms: Record<ValueForm, number>, value: string): void {
	const { length } = value
	if (length === 4 || length === 5) forms.zip++
	const isBorn = length >= shortestBorn && beginsWithBirth(value)
	if (isBorn || (length >= shortestIdentity && looksLikeIdentity(value))) forms.identity++
	if (!isBorn && value.charCodeAt(0) === digit0 && phone.test(value)) forms.phone++
	if (length <= longestHouse && isOfHouse(value)) forms.house++
	if (length > longestCode) return
	if (isDiallingCode(value)) forms.dialling++
	if (isBareCode(value)) forms.bareCode++
}

/** Counts a value that holds a number and a name. */
export function countNumberAndName(forms: Record<ValueForm, number>, value: string): void {
	// Nearly every number is one word, and nearly every name has no digit.
	if (!hasDigit(value) || !mayPart.test(value)) return
	const text = value.trim()
	if (holdsNumberAndName(text)) forms.plainNumberName++
	if (text.includes(" ") && numberAndNameIn(text) !== undefined) forms.numberName++
}

/** Whether a value is a phone number, or several in a cell. */
export function isPhones(value: string): boolean {
	if (date.test(value)) return false
	return phone.test(value) || (severalPhones.test(value) && value.split(severalPhones).every((one) => phone.test(one)))
}

const severalPhones = / *[,;|\n] *| \/ | (?:or|og|och|und|eller|oder|e|et|y|i|en|of|ja|tai|lub) /i

const bracket = 40
const plus = 43
const digit0 = 48
const digit9 = 57
/** Digits of the shortest number of a person that begins with a day, of an organization, and of the longest of a house. */
const shortestBorn = 10
const shortestIdentity = 8
const longestHouse = 5
/** Characters of the longest dialling code. */
const longestCode = 8
/** Characters of the longest zip code with its country: `SWE-123 45`. */
const longestZip = 12
/** No part of an address is longer. */
const longest = 120
