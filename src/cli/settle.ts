import { importHome } from "../app/home.ts"
import { settleDoubt, type Word } from "../app/settle-doubt.ts"
import { describeHolder } from "../journal/lock.ts"
import { type Exit, exit, note, print, Usage } from "./output.ts"

export interface SettleOptions {
	/** Intergiro does not have the customer. */
	readonly absent?: boolean
	/** Intergiro has it under this id. */
	readonly id?: string
	/** The card that was sent to be added is with the customer, or is not. */
	readonly cardStored?: boolean
	readonly cardAbsent?: boolean
}

/** Takes a person's word for what became of one customer in doubt, or of its card. */
export async function settle(folder: string, number: string, options: SettleOptions): Promise<Exit> {
	const word = wordIn(options)
	const onWait = (holder: Parameters<typeof describeHolder>[0]) =>
		note(`Waiting for another run of this merchant. ${describeHolder(holder)}`)
	await settleDoubt({ folder, home: importHome(), number, word, onWait })
	print(`${describe(number, word)}, you say. ${whatFollows(word)}`)
	return exit.done
}

function wordIn({ absent, id, cardStored, cardAbsent }: SettleOptions): Word {
	const words: readonly Word[] = [
		...(absent ? [{ about: "customer" } as const] : []),
		...(id === undefined ? [] : [{ about: "customer", id } as const]),
		...(cardStored ? [{ about: "card", stored: true } as const] : []),
		...(cardAbsent ? [{ about: "card", stored: false } as const] : []),
	]
	const [word, ...others] = words
	if (word === undefined || others.length > 0)
		throw new Usage(
			"Say one of these: --absent, where Intergiro does not have the customer; --id with the identifier that it has there; or of a card in doubt --card-stored or --card-absent.",
		)
	return word
}

function describe(number: string, word: Word): string {
	if (word.about === "card")
		return `The card of customer number ${number} ${word.stored ? "was stored" : "was not stored"} at Intergiro`
	return `Customer number ${number} is ${word.id ?? "not"} at Intergiro`
}

function whatFollows(word: Word): string {
	if (word.about === "card" && !word.stored)
		return "The next run of the same command with --add-cards sends it once more: where its token was used up all the same, it is refused."
	return word.about === "customer" && word.id === undefined
		? "The next run of the same command sends it."
		: "The files follow with the next run of the same command."
}
