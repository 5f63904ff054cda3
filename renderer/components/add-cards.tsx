import { Alert, Anchor, Button, Group, Text } from "@mantine/core"
import { IconCreditCard } from "@tabler/icons-react"
import { useState } from "react"
import type { Confirmed } from "../../src/contract/card-word.ts"
import { needsOf } from "../../src/contract/needs.ts"
import type { FollowUpRow, Result } from "../../src/ipc/result.ts"
import { ask } from "../ask.ts"
import { useFormat } from "../format.ts"
import { useStore } from "../store.tsx"
import { useEnvironmentOf } from "../use-environment-of.ts"
import { AllThere } from "./all-there.tsx"
import {
	addedBy,
	answersIn,
	carryOut,
	Decisions,
	keyOf,
	shownOf,
	useDecisions,
	useSaid,
	WhichCard,
	WhichCustomer,
	type Whose,
	whose,
} from "./card-questions.tsx"
import { Confirmation } from "./confirmation.tsx"
import { SaidThere, useSaidThere } from "./said-there.tsx"

interface Props {
	readonly result: Result
	readonly busy: boolean
	/** @param confirmation the merchant's name as typed, where customers are real */
	onAdd(answers: Confirmed, confirmation: string): void
	/** What was said of a card in doubt is written down: the files are to be made anew. */
	onSettled(): void
	/** Shows the customers whose cards were refused, or cannot be added. */
	onNeeds(): void
}

/** Cards of the file whose customers were there before the import: added when a person says so, and only then. */
export function AddCards({ result, busy, onAdd, onSettled, onNeeds }: Props) {
	const { counted } = useFormat()
	const { tokens, reasons, run } = result
	const [isAsking, setAsking] = useState(false)
	const blind = useEnvironmentOf(run)?.key === "public"
	const customers = useDecisions(result, { asked: "customer" })
	const cards = useDecisions(result, { asked: "card" })
	const saidBefore = useSaidThere(result)
	const sayable = [
		...[...shownOf(customers), ...shownOf(cards)].flatMap(({ row, cardsAsked = [] }) =>
			cardsAsked.map((one) => keyOf(row, one)),
		),
		...shownOf(saidBefore).flatMap(({ row, cardsSaid = [] }) => cardsSaid.map((one) => keyOf(row, one))),
	]
	const [said, setSaid] = useSaid(run, shownOf(customers), new Set(sayable))
	const inDoubt = useDecisions(result, { reason: "card-in-doubt" })
	const waiting = useDecisions(result, { reason: "card-waiting" })
	const doubts = reasons["card-in-doubt"] ?? 0
	const elsewhere = reasons["card-waiting"] ?? 0
	const unsent = tokens["not-stored"] + tokens.unread
	const refused = refusedOf(result)
	const told = unsent + tokens.waiting + tokens.added + refused + tokens["not-added"]
	const byWord = saidBefore.total ?? 0
	const words = addedBy(said)
	const { others, right, there } = words
	const toAdd = unsent + right.length + others.length
	if (told + tokens.asked + (cards.total ?? 0) + doubts + byWord === 0) return null
	const what = toAdd > 0 ? `Add ${counted(toAdd, "card")}` : `Write down ${counted(there.length, "answer")}`
	return (
		<Alert color="blue" icon={<IconCreditCard />} title={titleOf(result, byWord, counted)}>
			{refused + tokens["not-added"] > 0 && (
				<Text size="sm" mb="sm">
					<Anchor component="button" type="button" size="sm" fw={550} onClick={onNeeds}>
						Why, and what to do about each
					</Anchor>
				</Text>
			)}
			{unsent > 0 && (
				<Text size="sm" mb="sm">
					Their customers were at Intergiro before this import
					{tokens.unread === 0 ? ", without these cards" : ", and nothing says of some whether they have these cards"}.
					Each customer is read first: a card that is there already is not added again, and where Intergiro has another
					name or e-mail, or the row neither, you are asked.
				</Text>
			)}
			{blind && (
				<Text size="sm" mb="sm">
					The key of this environment is a public one, which cannot read customers: enter the merchant's private key in
					the settings first.
				</Text>
			)}
			{(customers.total ?? 0) > 0 && (
				<Decisions
					rows={customers}
					lead="Is this customer at Intergiro the one of the file? Tick those that are. Where one is somebody else, leave it as it is: nothing is added, and the row needs another customer number."
				>
					{(row) => <WhichCustomer key={row.row} run={run} row={row} said={said} onSay={setSaid} />}
				</Decisions>
			)}
			{(cards.total ?? 0) > 0 && (
				<Decisions
					rows={cards}
					lead="Is it another card than the one that is there? Nobody can tell by the file. Look at the customer's cards at Intergiro: one that is there must not be added."
					all={(rows) => <AllThere rows={rows} total={cards.total ?? 0} said={said} onSay={setSaid} />}
				>
					{(row) => <WhichCard key={row.row} row={row} said={said} onSay={setSaid} />}
				</Decisions>
			)}
			{doubts > 0 && (
				<Decisions
					rows={inDoubt}
					lead="In doubt: sent, and not known whether they were stored. Look at the cards of these customers at Intergiro, and say what is there."
				>
					{(row) => <CardInDoubt key={row.row} run={run.id} row={row} onSettled={onSettled} />}
				</Decisions>
			)}
			{elsewhere > 0 && (
				<Decisions
					rows={waiting}
					lead="Waiting: another import has a card of these customers in doubt. Open that one, say there whether its card is at Intergiro, and add these then."
				>
					{({ row, number, name, message }) => (
						<Text key={row} size="sm">
							Row {row}, {number}
							{name && `, ${name}`}: {message}
						</Text>
					)}
				</Decisions>
			)}
			{toAdd + there.length > 0 && (
				<Button size="xs" loading={busy} disabled={blind} onClick={() => setAsking(true)}>
					{what}…
				</Button>
			)}
			<SaidThere rows={saidBefore} said={said} onSay={setSaid} />
			{isAsking && (
				<Confirmation
					run={run}
					title={(merchant) => `${what} at ${merchant}?`}
					points={[
						...byYourWord(words, counted),
						...(toAdd > 0
							? [
									"Nobody is created: cards are added to customers who exist.",
									"A card token can be used once only. What was sent before is not sent again.",
									"This cannot be undone from here.",
								]
							: ["No card is sent, and nobody is created: each customer is read once."]),
					]}
					confirm={what}
					decline="Not now"
					onClose={() => setAsking(false)}
					onConfirm={(typed) => {
						setAsking(false)
						carryOut(run, said)
						onAdd(answersIn(said), typed)
					}}
				/>
			)}
		</Alert>
	)
}

type Counting = (count: number, what: string) => string

/** What is done because the person said so, and whose cards they are. */
function byYourWord(
	{ others, right, there, open, known }: ReturnType<typeof addedBy>,
	counted: Counting,
): readonly string[] {
	const are = (count: number) => (count === 1 ? "is" : "are")
	return [
		...(others.length > 0
			? [
					`${counted(others.length, "card")} ${are(others.length)} another one than that of the same month there, by your word: ${named(others.map(({ of }) => of))}.`,
				]
			: []),
		...(right.length > 0
			? [`${counted(right.length, "customer")} ${are(right.length)} the right one, by your word: ${named(right)}.`]
			: []),
		...(known.length > 0
			? [
					`Of ${counted(known.length, "customer")} with a card in question you say that ${known.length === 1 ? "it is" : "they are"} the right one: ${named(known)}.`,
				]
			: []),
		...([...right, ...known].some(({ reasons }) => reasons.includes("other-person"))
			? ["That a name or an e-mail is other at Intergiro is asked apart, under “Needs somebody”."]
			: []),
		...(open.length > 0
			? [
					`${counted(open.length, "customer")} ${are(open.length)} the right one, by your word, and nothing is said of the card yet: it is not added. ${named(open)}.`,
				]
			: []),
		...(there.length > 0
			? [
					`${counted(there.length, "card")} ${are(there.length)} there, by your word, and not added: ${named(there.map(({ of }) => of))}.`,
				]
			: []),
	]
}

/** So many are named, and the others counted. */
const mostNamed = 10

function named(rows: readonly Whose[]): string {
	const shown = rows.slice(0, mostNamed).map(whose)
	return [...shown, ...(rows.length > mostNamed ? [`and ${rows.length - mostNamed} more`] : [])].join("; ")
}

/** Cards that were refused of customers who exist; of rows that are none, how these ended says it. */
function refusedOf(result: Result): number {
	const { outcomes, tokens } = result
	const isOfCustomers =
		outcomes.rejected + outcomes["verification-required"] === 0 ||
		needsOf(result).some(([reason]) => reason === "rejected" || reason === "verification-required")
	return isOfCustomers ? tokens.refused : 0
}

function titleOf(result: Result, byWord: number, counted: Counting): string {
	const { tokens } = result
	const refused = refusedOf(result)
	const parts = [
		...(tokens.added > 0
			? [
					refused > 0
						? `${tokens.added} of ${counted(tokens.added + refused, "card")} added`
						: `${counted(tokens.added, "card")} added`,
				]
			: []),
		...(tokens["not-stored"] > 0 ? [`${counted(tokens["not-stored"], "card")} not stored`] : []),
		...(tokens.unread > 0 ? [`${counted(tokens.unread, "card")} not known to be there`] : []),
		...(tokens.asked > 0 ? [`${counted(tokens.asked, "card")} to confirm`] : []),
		...(tokens["in-doubt"] > 0 ? [`${counted(tokens["in-doubt"], "card")} in doubt`] : []),
		...(refused > 0
			? [`${counted(refused, "card")} refused: ask for ${refused === 1 ? "a new one" : "new ones"}`]
			: []),
		...(tokens["not-added"] > 0 ? [`${counted(tokens["not-added"], "card")} that cannot be added`] : []),
		...(tokens.waiting > 0 ? [`${counted(tokens.waiting, "card")} waiting for a doubt to be settled`] : []),
	]
	if (parts.length > 0) return parts.join(", ")
	return byWord > 0 ? "Cards that are there by your word" : "Cards that are not there any more"
}

interface CardInDoubtProps {
	readonly run: string
	readonly row: FollowUpRow
	onSettled(): void
}

function CardInDoubt({ run, row: { row, number, name, id }, onSettled }: CardInDoubtProps) {
	const { attempt } = useStore()
	const say = (stored: boolean) =>
		attempt(async () => {
			await ask("result.settle", { run, number, word: { about: "card", stored } })
			onSettled()
		})
	return (
		<Group gap="sm" role="group" aria-label={`Card of ${number}`}>
			<Text size="sm">
				Row {row}, {number}
				{name && `, ${name}`}, {id}
			</Text>
			<Button size="compact-sm" variant="default" onClick={() => say(true)}>
				The card is there
			</Button>
			<Button size="compact-sm" variant="default" onClick={() => say(false)}>
				The card is not there
			</Button>
		</Group>
	)
}
