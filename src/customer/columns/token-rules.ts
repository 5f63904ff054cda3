import { saysIdOfCard, saysOnlyCard, saysTokenOfVault } from "../headers/card-columns.ts"
import { shades } from "../headers/concepts.ts"
import { ordinalOf } from "../headers/ordinal.ts"
import { bearsOut, denies } from "./bearing.ts"
import type { ColumnEvidence } from "./column-evidence.ts"
import type { DraftDecision } from "./draft-decision.ts"
import { rowsWithBoth } from "./token-pairs.ts"
import { tokenQuestion } from "./token-questions.ts"

/** No column with a card token is left out unless a person says so. */
export function decideTokens(draft: DraftDecision): void {
	const inQuestion: number[] = []
	const meant: { readonly index: number; readonly reason: string }[] = []
	const byRule = !draft.leavesOutOthers
	const isAnywhere = draft.columns.evidence.columns.some(({ tokens }) => tokens > 0)
	for (const index of draft.undecided()) {
		const evidence = draft.evidence(index)
		const single = draft.single(index)
		const isNamed = byRule && single === "token"
		// Beside a column of card tokens, one without any is of another kind, such as the old processor's own.
		const isOther = isAnywhere && evidence.tokens === 0 && evidence.filled > 0
		if (isNamed && !isOther && !denies(evidence, "token")) meant.push({ index, reason: "named as the card token" })
		else if (evidence.tokens === 0 && !isNamed) continue
		// It is sent as what its name says, and the rows with a token in it are errors. A part of a street may be sent with none.
		else if (byRule && single !== undefined && single !== "token" && !draft.isPart(index) && !denies(evidence, single))
			continue
		else if (
			byRule &&
			draft.mayBe(index, "token") &&
			!isFormer(draft, index) &&
			bearsOut(evidence, "token", draft.rows)
		)
			meant.push({ index, reason: "its name may mean a card, and its values are card tokens" })
		else inQuestion.push(index)
	}
	const all = [...meant.map(({ index }) => index), ...draft.filling("token")]
	const isFilled = (index: number) => draft.evidence(index).filled > 0
	const isSeveral = all.filter(isFilled).length > 1
	// Of two cards, one that is called more than a card may be one in reserve, or somebody else's; and two that nothing but a
	// counter tells apart are a first and a second one, while anything else may be of two weeks, brands or owners.
	const only = all.filter((index) => saysOnlyCard(draft.name(index)))
	const areCounted = areFirstAndNext(only.map((index) => ordinalOf(draft.name(index), draft.columns.names)))
	for (const { index, reason } of meant) {
		if (isSeveral && isFilled(index) && !(only.includes(index) && (areCounted || only.filter(isFilled).length === 1)))
			inQuestion.push(index)
		else draft.send(index, "token", reason)
	}
	ask(draft, inQuestion, meant.length)
}

/** Asks about the tokens in columns that were to be sent as something else, and are not. */
export function askForTokensLeft(draft: DraftDecision): void {
	if (draft.isAsked("token")) return
	const left = draft.undecided().filter((index) => draft.evidence(index).tokens > 0)
	ask(draft, left, draft.filling("token").length)
}

function ask(draft: DraftDecision, inQuestion: number[], meant: number): void {
	inQuestion.sort((one, other) => one - other)
	const [only, ...more] = inQuestion
	if (only === undefined) return
	const isAlone = more.length === 0 && meant === 0 && !draft.isFilled("token")
	const isOfCard = saysIdOfCard(draft.name(only)) || saysTokenOfVault(draft.name(only))
	if (!draft.leavesOutOthers && isAlone && isOfCard && areCards(draft.evidence(only))) {
		draft.send(only, "token", "its name speaks of a card, and its values are the only card tokens of the file")
		return
	}
	const sent = draft.filling("token").filter((index) => draft.evidence(index).filled > 0)
	const question = tokenQuestion(
		inQuestion.map((index) => draft.candidate(index)),
		sent.map((index) => draft.name(index)),
		inQuestion.map((index) =>
			rowsWithBoth(
				draft.columns.evidence.tokenPairs,
				index,
				[...inQuestion, ...sent].filter((other) => other !== index),
			),
		),
	)
	// Of second cards the likeliest is that they are not sent; of two columns, that a customer has one card.
	const isOneOf = sent.length === 0 && inQuestion.length === 2
	if (isOneOf) draft.goFirst("token", only)
	if (isOneOf) draft.askTogether(question, inQuestion, new Map(inQuestion.map((index) => [index, "token"])))
	else draft.ask(question, inQuestion, ...(question.several ? (["token"] as const) : []))
}

/** Whether these count from the first on, which may have no number: 1, 2, 3. */
function areFirstAndNext(ordinals: readonly number[]): boolean {
	const [first = 1, ...next] = [...ordinals].sort((one, other) => one - other)
	return first <= 1 && next.every((ordinal, index) => ordinal === first + index + 1)
}

/** Whether all values are card tokens, of which none says that it is of anything else. */
function areCards({ filled, tokens, otherIssuer, recurring }: ColumnEvidence): boolean {
	return filled > 0 && tokens === filled && otherIssuer + recurring === 0
}

/** What once was somebody's is never the customer's by itself. */
export function isFormer(draft: DraftDecision, index: number): boolean {
	return draft.columns.readings[index]?.meanings.some(({ otherwise }) => otherwise.includes(shades.old)) === true
}
