import { importHome } from "../app/home.ts"
import { type Settled, settleDoubt, settleSpellings, type Word } from "../app/settle-doubt.ts"
import type { Target } from "../app/target.ts"
import { environmentOf } from "../app/verify.ts"
import { counted } from "../contract/counted.ts"
import { inCommands } from "../customer/command-words.ts"
import { describeHolder } from "../journal/lock.ts"
import { isKnownServer } from "./known-server.ts"
import { type Exit, exit, note, print, Usage } from "./output.ts"
import { serverOf } from "./run.ts"

export interface SettleOptions {
	/** Intergiro does not have the customer. */
	readonly absent?: boolean
	/** Intergiro has it under this id. */
	readonly id?: string
	/** And under this customer number, where it is another one than the file's. */
	readonly number?: string
	/** The card that was sent to be added is with the customer, or is not. */
	readonly cardStored?: boolean
	readonly cardAbsent?: boolean
	/** What all those are whose numbers Intergiro has in another spelling. */
	readonly spellings?: "same" | "others"
	/** The customer was removed at Intergiro on purpose. */
	readonly removed?: boolean
	/** The customer is right, although it is other there than it was sent. */
	readonly right?: boolean
}

const onWait = (holder: Parameters<typeof describeHolder>[0]) =>
	note(`Waiting for another run of this merchant. ${describeHolder(holder)}`)

/** Takes a person's word for what became of one customer in doubt, or of its card; or for all whose numbers have another spelling. */
export async function settle(folder: string, number: string | undefined, options: SettleOptions): Promise<Exit> {
	const { spellings, ...one } = options
	if (spellings !== undefined) {
		if (number !== undefined || Object.keys(one).length > 0)
			throw new Usage("--spellings answers for all of them at once: leave out the number and everything else.")
		return settleAll(folder, spellings)
	}
	if (number === undefined)
		throw new Usage("Say which customer: settle FOLDER NUMBER. Only --spellings is said of all at once.")
	const word = wordIn(options)
	const isLookedAt = word.about === "removed" || (word.about === "customer" && word.id !== undefined)
	const target = isLookedAt ? await targetOf(folder) : undefined
	const settled = await settleDoubt({ folder, home: importHome(), number, word, target, onWait })
	print(`${describe(number, word)}, you say. ${whatFollows(word, settled)}`)
	return exit.done
}

async function settleAll(folder: string, spellings: "same" | "others"): Promise<Exit> {
	const { said, left } = await settleSpellings({ folder, home: importHome(), onWait }, spellings === "same")
	if (said + left === 0) {
		print("Nobody in this run has the number of a customer in another spelling. Nothing was changed.")
		return exit.done
	}
	const are =
		spellings === "same" ? "at Intergiro under the other spelling of their numbers" : "others, not at Intergiro"
	const follows =
		spellings === "same"
			? "The files follow with the next run of the same command."
			: "The next run of the same command sends them."
	const ofOthers =
		left === 0
			? ""
			: ` Of ${counted(left, "other customer")} it has to be said one by one, with the number and --id or --absent: Intergiro has another name or e-mail for them, or several customers or none for certain. unknown.csv has them.`
	print(
		`${counted(said, "customer")} ${said === 1 ? "is" : "are"} ${are}, you say. ${said > 0 ? follows : "Nothing was changed."}${ofOthers}`,
	)
	return exit.done
}

/** Where the customer is looked at: nothing without a key. */
async function targetOf(folder: string): Promise<Target | undefined> {
	const environment = await environmentOf(folder, importHome()).catch(() => undefined)
	if (environment?.sandbox) return { kind: "sandbox" }
	if (!process.env.INTERGIRO_API_KEY || !environment) return undefined
	if (isKnownServer(environment)) return serverOf({ url: environment.url })
	note(
		`The customer was not looked at: this computer does not know this run, and the API key is not sent to ${environment.url} because its folder says so.`,
	)
	return undefined
}

function wordIn({ absent, id, number: given, cardStored, cardAbsent, removed, right }: SettleOptions): Word {
	if (given !== undefined && id === undefined)
		throw new Usage("--number says under which number Intergiro has the customer that --id names: say both.")
	const words: readonly Word[] = [
		...(absent ? [{ about: "customer" } as const] : []),
		...(id === undefined ? [] : [{ about: "customer", id, given } as const]),
		...(cardStored ? [{ about: "card", stored: true } as const] : []),
		...(cardAbsent ? [{ about: "card", stored: false } as const] : []),
		...(removed ? [{ about: "removed" } as const] : []),
		...(right ? [{ about: "right" } as const] : []),
	]
	const [word, ...others] = words
	if (word === undefined || others.length > 0)
		throw new Usage(
			"Say one of these: --absent, where Intergiro does not have the customer; --id with the identifier that it has there; of a card in doubt --card-stored or --card-absent; or of a customer who exists by this run --removed, where it was removed there on purpose, or --right, where it is right although it is other there than it was sent.",
		)
	return word
}

function describe(number: string, word: Word): string {
	if (word.about === "removed") return `Customer number ${number} was removed at Intergiro on purpose`
	if (word.about === "right") return `Customer number ${number} is right as Intergiro has it`
	if (word.about === "card")
		return `The card of customer number ${number} ${word.stored ? "was stored" : "was not stored"} at Intergiro`
	const under = word.given === undefined ? "" : `, under the number ${word.given},`
	return `Customer number ${number} is ${word.id ?? "not"}${under} at Intergiro`
}

function whatFollows(word: Word, { looked, held }: Settled): string {
	if (word.about === "card" && !word.stored)
		return "The next run of the same command with --add-cards sends it once more: where its token was used up all the same, it is refused."
	if (word.about === "customer" && word.id === undefined)
		return held === undefined
			? "The next run of the same command sends it."
			: `The next run of the same command does not send it all the same: ${inCommands(held)}`
	const follow = "The files follow with the next run of the same command"
	return word.about === "card" || word.about === "right" || looked
		? `${follow}.`
		: `Nobody looked whether Intergiro has it so, as no key was there that can read customers: ${follow.toLowerCase()}, which looks where its key can.`
}
