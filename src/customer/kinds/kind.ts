import type * as z from "zod"
import type { Cleaning } from "../cleaning.ts"
import type { FindingCode } from "../finding-codes.ts"
import type { StandIn } from "./stand-in.ts"

/**
 * All that is known of one kind of value. Nothing in it may be left out: what a kind does not have, it says that it does
 * not have. `country` is always the cleaned country that belongs to the field, or empty.
 */
export interface ValueKind {
	/** A value of this kind, in its usual form. */
	readonly example: string
	/** What Intergiro takes, as a piece of the schema. */
	readonly schema: z.ZodType
	/** From text to what is sent. Text that is no such value goes on as NaN or as it is, for the schema to refuse. */
	readonly read: (text: string) => unknown
	/** What to say where the schema refuses a value; undefined when it takes any text. */
	readonly invalid: FindingCode | undefined
	/** What to say where a row has none; undefined where it need not. */
	readonly missing: FindingCode | undefined
	readonly usual: UsualForm | undefined
	readonly plain: PlainTest | undefined
	/**
	 * What a spreadsheet or another program did to a value, beyond showing an error in its place, or in what it can be read in several ways.
	 * `cleans`: whether the value is brought to its usual form after that.
	 */
	readonly damage: ((value: string, country: string, cleans: boolean) => FindingCode | undefined) | undefined
	/** What is odd about the characters of a value that `isSuspect`. */
	readonly odd: (value: string) => FindingCode | undefined
	/** What stands in place of a value, where that can be told from one. */
	readonly standIn: ((value: string) => StandIn | undefined) | undefined
	/** Whether they are digits that nobody counts with, so that a decimal, or zeros at the end, may be a program's. */
	readonly isWhole: boolean
	/** Of two values that are written otherwise and say the same, the one that is sent; undefined where they do not. */
	readonly oneOf: ((one: string, other: string) => string | undefined) | undefined
	/** Whether a raw cell can be such a value at all; undefined when anything can. */
	readonly fits: ((value: string) => boolean) | undefined
}

/** How values are brought to their usual form. */
export interface UsualForm {
	readonly switch: keyof Cleaning
	/** What to say where a value was. */
	readonly cleaned: FindingCode
	/** Whether a value certainly is in its usual form already; undefined when there is no quick way to see. */
	readonly is: RegExp | undefined
	/** The usual form; undefined when the value has none. */
	readonly clean: (value: string, country: string) => string | undefined
	/** What to say when a value has no usual form, and the schema takes it all the same. No country: the file says none of any row. */
	readonly unlikely: ((country: string | undefined) => FindingCode) | undefined
}

/**
 * Whether a value is fine as it stands: nothing to clean, nothing to warn of, and the schema takes it. Nearly every value
 * of a good file is, and to see that is several times faster than to go through all that could be wrong with it. A test
 * holds these against the whole check.
 */
export type PlainTest = (value: string, country: string) => boolean

export function asItIs(text: string): string {
	return text
}
