import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect } from "vitest"
import type { CheckedFile } from "../../../src/app/check/checked-file.ts"
import { examineFile } from "../../../src/app/check/examine.ts"
import { openFile } from "../../../src/app/check/open-file.ts"
import type { Edits } from "../../../src/app/check/reading.ts"
import { defaultBrowser } from "../../../src/customer/check-options.ts"
import { allCleaning } from "../../../src/customer/cleaning.ts"
import { type Mapping, merged, noAnswers } from "../../../src/customer/columns/mapping.ts"
import { answered, type Question } from "../../../src/customer/columns/question.ts"
import type { Creatable } from "../../../src/customer/creatable.ts"
import { mintCardToken } from "../../../src/sandbox/tokens.ts"

const options = { now: Date.UTC(2026, 0, 1), browser: defaultBrowser, cleaning: allCleaning }

/** A whole card token of its own for each name. */
export const token = (name: string | number) => mintCardToken("ok", String(name))

type Examine = (
	lines: readonly (string | Uint8Array)[],
	answers?: Partial<Mapping>,
	edits?: Edits,
) => Promise<CheckedFile>

/** What is said beforehand where a test is not about currencies. */
export const inSek: Partial<Mapping> = { constants: { currency: "SEK" } }

/**
 * Makes the check of a file of these lines, in a folder of the tests of the file that asks for it.
 * @param said of every file beforehand
 */
export function examiner(said: Partial<Mapping> = {}): Examine {
	let folder = ""
	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), "examined-"))
	})
	afterAll(() => rm(folder, { recursive: true }))
	return async (lines, answers = {}, edits = undefined) => {
		// Several are examined at once: each reads its own.
		const path = join(await mkdtemp(join(folder, "file-")), "customers.csv")
		await writeFile(path, Buffer.concat(lines.flatMap((line) => [Buffer.from(line), Buffer.from("\n")])))
		const checked = await examineFile(await openFile(path), {
			options,
			answers: merged(merged(noAnswers, said), answers),
			edits,
		})
		expect(checked.questions.filter(({ why }) => !isSoonRead(why))).toEqual([])
		return checked
	}
}

/** Whether what is said of a question is two short sentences at most, apart from what stands in the file. */
function isSoonRead(why: string): boolean {
	const own = why.replaceAll(/"[^"]*"/g, '"').replaceAll(/" in (?:one row|[\d,]+ rows)(?:, )?/g, "")
	const sentences = own.split(/(?<=[.?!])\s+/)
	return sentences.length <= 2 && sentences.every((sentence) => sentence.split(/\s+/).length <= 28)
}

/** The one question that is open. */
export function onlyQuestion({ questions }: CheckedFile): Question {
	const [question, ...more] = questions
	if (question === undefined || more.length > 0) throw new Error(`${questions.length} questions are open`)
	return question
}

/** What a person said who gave these answers to the one question that is open; the first where none is given. */
export function saying(checked: CheckedFile, ...chosen: readonly string[]): Mapping {
	const question = onlyQuestion(checked)
	return answered(noAnswers, question, chosen.length > 0 ? chosen : [question.answers[0]?.id ?? ""])
}

/** The customers that are sent. */
export async function sentBy(checked: CheckedFile): Promise<readonly Creatable[]> {
	const sent: Creatable[] = []
	for await (const batch of checked.entries()) sent.push(...batch.map(({ creatable }) => creatable))
	return sent
}

/** The codes of all findings of a severity, each with its rows. */
export function found(checked: CheckedFile, severity = "error"): readonly string[] {
	return checked.summary
		.filter((one) => one.severity === severity)
		.map(({ code }) => `${code} ${[...checked.rowsWith(code)].map((position) => position + 2).join(" ")}`)
}
