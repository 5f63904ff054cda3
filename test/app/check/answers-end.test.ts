import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { savedMapping } from "../../../src/app/saved-mapping.ts"
import { anyMappingSchema, type Mapping, mappingSchema, noAnswers } from "../../../src/customer/columns/mapping.ts"
import { answered, type Question } from "../../../src/customer/columns/question.ts"
import { sample } from "../../sample.ts"
import { choices, files } from "./asking.ts"
import { examiner } from "./examined.ts"

const examined = examiner()
const folder = join(import.meta.dirname, "../../fixtures/columns")
const fixtures = readdirSync(folder)
	.filter((name) => name.endsWith(".csv"))
	.map((name): [string, readonly Uint8Array[]] => [name, [readFileSync(join(folder, name))]])

/** How many files are checked for each one, and how many answers follow each other, at most. */
const mostChecks = sample(12)
const mostRounds = 10

type Checked = Awaited<ReturnType<typeof examined>>

/** What is offered by a question, however it is worded. */
interface Offered {
	readonly id: string
	readonly answers: readonly string[]
}

const isAgain = (question: Question, before: readonly Offered[]) =>
	before.some(
		({ id, answers }) => id === question.id && question.answers.every((answer) => answers.includes(answer.id)),
	)

interface Way {
	/** What was said before the next answer. */
	readonly base: (checked: Checked, said: Mapping) => Mapping
	readonly next: (questions: readonly Question[]) => Question | undefined
}

const ways: Readonly<Record<string, Way>> = {
	/** As at a terminal or in the window. */
	"one by one": { base: (_, said) => said, next: (questions) => questions[0] },
	/** Whatever was decided stands in it. */
	"in the mapping that was saved, from the last": {
		base: ({ mapping, decision, questions }) =>
			mappingSchema.parse(savedMapping(decision ?? { mapping, columns: [], said: mapping }, questions)),
		next: (questions) => questions.at(-1),
	},
}

for (const [way, { base, next }] of Object.entries(ways))
	test.each([...Object.entries(files), ...fixtures])(
		`questions that are answered ${way} come to an end, and none is asked again: %s`,
		async (_, lines) => {
			const again: string[] = []
			let checks = 0
			const follow = async (said: Mapping, path: readonly string[], before: readonly Offered[]) => {
				if (checks++ >= mostChecks) return
				const checked = await examined(lines, said)
				const { questions } = checked
				for (const question of questions)
					if (isAgain(question, before)) again.push(`${path.join(", ")}: ${question.text}`)
				const question = next(questions)
				if (question === undefined || again.length > 0) return
				expect(path.length).toBeLessThan(mostRounds)
				const offered = { id: question.id, answers: question.answers.map(({ id }) => id) }
				for (const chosen of choices(question))
					await follow(
						anyMappingSchema.parse(answered(base(checked, said), question, chosen)),
						[...path, `${question.id}=${chosen}`],
						[...before, offered],
					)
			}
			await follow(noAnswers, [], [])
			expect(again).toEqual([])
		},
	)
