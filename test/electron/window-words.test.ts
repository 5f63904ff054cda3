import { describe, expect, it, test } from "vitest"
import { inWindow } from "../../electron/window-words.ts"
import { type CardFate, cardFates } from "../../src/contract/card-fate.ts"
import { type CardOutcome, type OutcomeKind, outcomeKinds, type RowOutcome } from "../../src/contract/outcome.ts"
import { describeStop, type StopReason } from "../../src/contract/progress.ts"
import { stopWords } from "../../src/contract/stop-words.ts"
import type { RowProblem } from "../../src/csv/layout.ts"
import { problem } from "../../src/csv/problem.ts"
import { inCommands } from "../../src/customer/command-words.ts"
import { findingCodes } from "../../src/customer/finding-codes.ts"
import { type Sentences, type Settled, told, type Way } from "../../src/customer/sentences.ts"
import type { Checked } from "../../src/report/checked.ts"
import { explain } from "../../src/report/explain.ts"
import { followUpOf } from "../../src/report/follow-up.ts"
import type { FollowUpFacts } from "../../src/report/follow-up-facts.ts"
import { saidOf } from "../../src/run/said-of.ts"

/** What only somebody at a command line, or with its files, can do. */
const command = /--|command|\bsettle\b|(?<!from )errors\.csv|of a mapping|the window|undefined|\[object/

/** Each way, in all that it may be of. The compiler misses one that is not here. */
const ways: { readonly [Kind in Way["way"]]: readonly Extract<Way, { readonly way: Kind }>[] } = {
	"leave-out": [{ way: "leave-out" }],
	"take-in": [{ way: "take-in" }],
	"keep-row": [{ way: "keep-row" }],
	"confirm-number": [{ way: "confirm-number" }],
	"choose-encoding": [{ way: "choose-encoding" }],
	"choose-delimiter": [{ way: "choose-delimiter" }],
	"choose-header": [{ way: "choose-header" }],
	"switch-off-cleaning": [{ way: "switch-off-cleaning" }],
	"join-rows": [{ way: "join-rows" }],
	"say-country": [{ way: "say-country" }],
	"name-column": [{ way: "name-column", field: "email" }],
	answer: [{ way: "answer", name: "first" }],
	map: [{ way: "map", as: '"deadCards"' }],
	import: [{ way: "import" }],
	"import-rest": [
		{ way: "import-rest", as: "mended" },
		{ way: "import-rest", as: "is" },
	],
	mend: [{ way: "mend" }],
	"mend-with-it": [{ way: "mend-with-it" }],
	"go-on": [{ way: "go-on" }, { way: "go-on", with: "rest" }],
	"snake-case": [{ way: "snake-case" }],
	"accept-differences": [{ way: "accept-differences" }],
	"look-again": [{ way: "look-again" }],
	list: [{ way: "list" }],
	"look-first": [{ way: "look-first" }],
	"forget-run": [{ way: "forget-run" }, { way: "forget-run", run: "r" }],
	"import-anew": [
		{ way: "import-anew" },
		{ way: "import-anew", with: "key" },
		{ way: "import-anew", with: "key-alone" },
	],
	"begin-anew": [{ way: "begin-anew" }],
	"import-apart": [
		{ way: "import-apart", what: "other" },
		{ way: "import-apart", what: "copy" },
	],
	resume: [{ way: "resume" }],
	"mend-after": [{ way: "mend-after" }],
	move: [{ way: "move" }],
	verify: [{ way: "verify" }],
	"say-source": [{ way: "say-source" }],
	"rebuild-ledger": [{ way: "rebuild-ledger" }],
	settle: (["id", "id-number", "absent", "removed", "right"] as const satisfies readonly Settled[]).flatMap((as) => [
		{ way: "settle", as } as const,
		{ way: "settle", as, what: "which one it is" } as const,
	]),
	"settle-instead": [
		{ way: "settle-instead", as: "right" },
		{ way: "settle-instead", as: "id", what: "which one stays" },
	],
	"says-absent": [{ way: "says-absent" }],
	"settle-number": [{ way: "settle-number", number: "X1" }],
	"settle-which": [{ way: "settle-which" }],
	"settle-there": [{ way: "settle-there" }],
	"settle-card": [
		{ way: "settle-card" },
		{ way: "settle-card", folder: "/runs/r" },
		{ way: "settle-card", again: true },
	],
	"add-cards": [{ way: "add-cards" }],
	"add-new-card": [{ way: "add-new-card" }],
	"confirm-card": [{ way: "confirm-card" }],
	"say-card": [
		{ way: "say-card", is: "another", row: 2 },
		{ way: "say-card", is: "there", row: 2, card: 1 },
	],
	"create-instead": [{ way: "create-instead" }],
}

test.each(Object.entries(ways))("the window has words of its own to %s", (_, some: readonly Way[]) => {
	for (const way of some) expect(inWindow(told`Do it${way}.`)).not.toMatch(command)
})

it("begins a sentence with a capital", () => {
	const goOn: Way = { way: "go-on" }
	expect(inWindow(told`${goOn}. ${goOn}, and ${goOn}.`)).toBe(
		"Go on with the import. Go on with the import, and go on with the import.",
	)
	expect(inCommands(told`It stopped. ${goOn}.`)).toBe("It stopped. Run the same command again.")
})

it("leaves alone what tells no way, and calls fields as people do", () => {
	expect(inWindow("The e-mail address is not one.")).toBe("The e-mail address is not one.")
	expect(inWindow("Intergiro has another contact.address.zipCode.")).not.toContain("contact.")
})

test.each(Object.entries(findingCodes))("the window speaks of no command in the tip of %s", (_, { tip }) => {
	expect(inWindow(tip)).not.toMatch(command)
})

test.each(Object.entries(problem))("the window speaks of no command of a row with %s", (_, make) => {
	const { message, tip } = (make as (...args: unknown[]) => RowProblem)("“”", "x", "y")
	expect(inWindow(told`${message} ${tip}`)).not.toMatch(command)
})

const other = { number: "X1", id: "i" } as const
const doubts = [
	...["earlier-run", "from-unknown", "not-listed", "other-spelling", "found-without-baseline", "timeout", "no-answer"],
	...["http-502", "refused-after-doubt declined"],
].map((code) => ({ kind: "unknown", code, message: "It happened." }) as const)

/** Each outcome, in all ways in which it is told. The compiler misses a kind that is not here. */
const outcomes: { readonly [Kind in OutcomeKind]: readonly Extract<RowOutcome, { readonly kind: Kind }>[] } = {
	created: [
		{ kind: "created", id: "i" },
		{ kind: "created", id: "i", cards: [] },
		...[["contact.name"], ["method"], ["method.card.expires", "contact.email"]].map(
			(differs) => ({ kind: "created", id: "i", differs }) as const,
		),
	],
	existing: [
		{ kind: "existing", id: "i" },
		{ kind: "existing", id: "i", given: "9" },
		{ kind: "existing", id: "i", differs: ["contact.name", "method"], cards: [] },
	],
	adopted: [{ kind: "adopted", id: "i" }],
	renumbered: [{ kind: "renumbered", id: "i", given: "9" }],
	invalid: [
		{ kind: "invalid", code: "number.row-sent", message: "Run r created this very row." },
		{ kind: "invalid", code: "name.aside", message: told`Name: it has an aside. ${findingCodes["name.aside"].tip}` },
	],
	"left-out": [{ kind: "left-out", code: "row.skipped", message: findingCodes["row.left-out-before"].tip }],
	rejected: [{ kind: "rejected", code: "declined", message: "It was declined." }],
	"verification-required": [
		{ kind: "verification-required", message: "3-D Secure." },
		{ kind: "verification-required", message: "3-D Secure.", url: "https://3ds.example/" },
	],
	"not-sent": [
		{ kind: "not-sent", code: "no-customer", message: "There is none." },
		{ kind: "not-sent", code: "http-429", message: "It was turned away." },
	],
	unknown: doubts.flatMap((doubt) => [
		doubt,
		{ ...doubt, other },
		{ ...doubt, there: { ...other, person: "same" } },
		{ ...doubt, sought: "in-vain" },
		{ ...doubt, sought: "unlisted" },
	]),
	conflict: [{ kind: "conflict", ids: ["a", "b"], message: "Intergiro has two." }],
}

/** The same of a card that was to be added. */
const cardOutcomes: { readonly [Kind in CardOutcome["kind"]]: Extract<CardOutcome, { readonly kind: Kind }> } = {
	added: { kind: "added", differs: ["method.card.expires"] },
	rejected: { kind: "rejected", code: "declined", message: "It was declined." },
	"verification-required": { kind: "verification-required", message: "3-D Secure.", url: "https://3ds.example/" },
	absent: { kind: "absent" },
	"other-person": { kind: "other-person", fields: ["contact.name"] },
	nameless: { kind: "nameless" },
	there: { kind: "there" },
	alike: { kind: "alike", cards: [{ last4: "4463" }] },
	removed: { kind: "removed", cards: [{ last4: "4463" }] },
	spent: { kind: "spent" },
	gone: { kind: "gone" },
	unread: { kind: "unread", message: "It could not be read." },
}

/** What the look at the end came to, but for those of whom nothing is told. */
const looks: Readonly<Record<Checked, FollowUpFacts["amiss"]>> = {
	yes: undefined,
	missing: { found: [] },
	removed: { found: [] },
	"other-number": { found: [], under: "9" },
	twice: { found: ["a", "b"] },
	"card-missing": { found: [], cards: [] },
	"card-unknown": undefined,
} as never

const facts = { number: "1", rows: [], cards: [], sent: 0, checked: undefined } as const

/** All that is said of somebody whom a person has to look after; of nobody else there is anything. */
function toldOf(some: Partial<FollowUpFacts> & Pick<FollowUpFacts, "outcome">): readonly Sentences[] {
	const { message, todo } = followUpOf({ ...facts, ...some }) ?? {}
	return message === undefined || todo === undefined ? [] : [message, todo]
}

const allOutcomes = outcomeKinds.flatMap((kind): readonly RowOutcome[] => outcomes[kind])

describe("the window speaks of no command", () => {
	test.each(outcomeKinds)("of who is %s", (kind) => {
		const some: readonly RowOutcome[] = outcomes[kind]
		const all = some.flatMap((outcome) => [
			...toldOf({ outcome }),
			...toldOf({ outcome, former: "1", rows: [{ changed: true, findings: [] } as never] }),
			...("id" in outcome ? [] : [explain(outcome).message]),
		])
		for (const each of all) expect(inWindow(each)).not.toMatch(command)
		if (!["created", "adopted"].includes(kind)) expect(all).not.toEqual([])
	})

	test.each(cardFates)("of a card that is %s", (fate: CardFate) => {
		const cards = [undefined, ...Object.values(cardOutcomes)].map((outcome, index) => ({
			token: `token-${index}`,
			fate,
			...(outcome ? { outcome } : {}),
			...(fate === "waiting" ? { elsewhere: { run: "r", folder: "/runs/r" } } : {}),
		}))
		for (const outcome of allOutcomes)
			for (const sent of [0, 1, 20])
				for (const some of [...cards.map((card) => [card]), cards])
					for (const each of toldOf({ outcome, sent, cards: some as never }))
						expect(inWindow(each)).not.toMatch(command)
	})

	test.each(Object.entries(looks))("of who is looked for and is %s", (checked, amiss) => {
		for (const outcome of allOutcomes)
			for (const some of [amiss, amiss && { ...amiss, found: ["x"] }])
				for (const each of toldOf({ outcome, checked: checked as Checked, amiss: some, sent: 1 }))
					expect(inWindow(each)).not.toMatch(command)
	})
})

/** Each reason to stop, in all that it says. The compiler misses one that is not here. */
const stops: { readonly [Kind in StopReason["kind"]]: readonly Extract<StopReason, { readonly kind: Kind }>[] } = {
	asked: [{ kind: "asked" }],
	first: [0, 1, 3].map((count) => ({ kind: "first", count })),
	breaker: [{ kind: "breaker", message: "It broke." }],
	unreachable: [{ kind: "unreachable", message: "It is not there." }],
	refusals: [{ kind: "refusals", code: "declined", count: 20, message: "20 were declined." }],
	differences: [["contact.name", "method"], ["method"]].map((fields) => ({
		kind: "differences",
		fields,
		message: "It came back otherwise.",
	})),
	"wrong-environment": [{ kind: "wrong-environment", code: "http-401", message: "The key is wrong." }],
	throttled: [{ kind: "throttled", message: "Too many." }],
	"listing-failed": [{ kind: "listing-failed", message: "No listing." }],
	"reading-failed": [{ kind: "reading-failed", message: "No reading." }],
	"journal-failed": [{ kind: "journal-failed", message: "No room." }],
}

test.each(Object.entries(stops))(
	"the window speaks of no command where it stopped: %s",
	(kind, some: readonly StopReason[]) => {
		for (const reason of some) expect(inWindow(describeStop(reason))).not.toMatch(command)
		const { title, why = "", what } = stopWords[kind as StopReason["kind"]]
		expect([title, why, ...what].join(" ")).not.toMatch(command)
	},
)

it("tells of names of fields where cards are not all that came back otherwise", () => {
	const [named, cards] = stops.differences.map((reason) => inWindow(describeStop(reason)))
	expect(named).toContain("snake_case")
	expect(cards).not.toContain("snake_case")
})

it("tells of earlier journals, which had what to do with what happened, in its own words", () => {
	const happened = "Customer number X1, which was sent before, may be another spelling of it."
	const written = `${happened} The same customer, or another one? Say which with settle: --id when it is the same, --absent when it is another one.`
	const now = saidOf({ code: "other-spelling", message: happened })
	expect(inCommands(now)).toBe(written)
	expect(saidOf({ code: "other-spelling", message: written })).toEqual(now)
	expect(inWindow(now)).not.toMatch(command)
})
