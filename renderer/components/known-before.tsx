import { Alert, Text } from "@mantine/core"
import { IconInfoCircle } from "@tabler/icons-react"
import { Fragment } from "react"
import type { Plan } from "../../src/ipc/run.ts"
import type { Environment } from "../../src/ipc/settings.ts"
import { useFormat } from "../format.ts"

interface Props {
	readonly environment: Environment
	readonly plan: Plan | undefined
	/** Customers who exist, and of whom it is said already. */
	readonly told?: number | undefined
}

/** Rows that are named. */
const mostRows = 20

type MisnumberedRow = NonNullable<Plan["known"]>["misnumbered"][number]

/** Customers who are not sent, by what this computer knows of their merchant. */
export function knownCount(plan: Plan | undefined): number {
	const { exists = 0, doubts = 0, spent = [], misnumbered = [] } = plan?.known ?? {}
	return exists + doubts + spent.length + misnumbered.length
}

/** What this computer knows of the customers before anything is sent; a run that lists may find more. */
export function KnownBefore({ environment, plan, told = 0 }: Props) {
	const { count, counted } = useFormat()
	const { doubts = 0, spent = [], misnumbered = [], exists: all = 0, existing = [] } = plan?.known ?? {}
	const exists = all > told ? all : 0
	if (exists + doubts + spent.length + misnumbered.length === 0) return null
	const merchant = environment.merchant ?? environment.name
	const rows = rowWords(spent.slice(0, mostRows))
	const isOne = spent.length === 1
	return (
		<Alert
			color={spent.length + misnumbered.length + doubts > 0 ? "orange" : "blue"}
			icon={<IconInfoCircle />}
			role="status"
			title={[
				...(exists > 0 ? [`${counted(exists, "customer")} ${exists === 1 ? "is" : "are"} already at ${merchant}`] : []),
				...(spent.length > 0
					? [`${counted(spent.length, "customer")} ${isOne ? "needs a new card" : "need new cards"}`]
					: []),
				...(misnumbered.length > 0
					? [
							`${counted(misnumbered.length, "customer")} ${misnumbered.length === 1 ? "is" : "are"} not sent under ${misnumbered.length === 1 ? "this number" : "these numbers"}`,
						]
					: []),
				...(doubts > 0 ? [`${counted(doubts, "customer")} may be there already`] : []),
			].join(". ")}
		>
			<Text size="sm">
				Earlier imports on this computer say so.{" "}
				{exists > 0 && (
					<>
						{exists === 1 ? "Number" : "Numbers"} <Numbers numbers={existing} />
					</>
				)}
				{exists > 0 &&
					`${exists > existing.length ? ` and ${count(exists - existing.length)} more` : ""}: who is there already is not created again, and stays as it was created then. Nor is somebody else of the same number: give such a row another one. A new card of theirs can be added from the result.`}
			</Text>
			{spent.length > 0 && (
				<Text size="sm" mt={4}>
					{`${isOne ? "Row" : "Rows"} ${rows}${spent.length > mostRows ? ` and ${count(spent.length - mostRows)} more` : ""}: ${isOne ? "its card token was" : "their card tokens were"} sent before, and refused or used up. ${isOne ? "It is" : "They are"} not sent again: ask for new cards, and put the new tokens in.`}
				</Text>
			)}
			<Misnumbered rows={misnumbered} />
			{doubts > 0 && (
				<Text size="sm" mt={4}>
					Who may be there is not sent: the result asks you about them.
				</Text>
			)}
		</Alert>
	)
}

/** Whom an import had under another number, or who has another one's: a new card would make some of them twice. */
function Misnumbered({ rows }: { readonly rows: readonly MisnumberedRow[] }) {
	const { count, when } = useFormat()
	return [false, true].map((confirmable) => {
		const those = rows.filter((row) => row.confirmable === confirmable)
		const [first] = those
		if (first === undefined) return null
		const more = those.length > mostRows ? ` and ${count(those.length - mostRows)} more` : ""
		const others = those.filter(({ sentAs }) => sentAs)
		const numbers = others.slice(0, mostRows).flatMap(({ row, sentAs }) => (sentAs ? [{ row, ...sentAs }] : []))
		const [{ file, at }] = [numbers[0] ?? {}] as const
		const importer = file === undefined ? "An earlier import" : `The import of ${file}${at ? `, ${when(at)},` : ""}`
		return (
			<div key={String(confirmable)}>
				<Text size="sm" mt={4}>
					{those.length === 1 ? "Row" : "Rows"} {rowWords(those.slice(0, mostRows))}
					{more}
					{those.length > 1 && `. Row ${first.row}`}: {first.message}{" "}
					{confirmable && "“The number is right: confirm it for this row”, beside the row, confirms it."}
				</Text>
				{!confirmable && (
					<Text size="sm" mt={4}>
						Ask for no new card before it is clear which number is right. Is another column the customer number here, or
						was the number changed? Then put that right.{" "}
						{numbers.length > 0 && (
							<>
								{importer} has them as{" "}
								{numbers.map(({ row, number, here }) => `${number} (row ${row}, here ${here})`).join(", ")}
								{others.length > numbers.length && ` and ${count(others.length - numbers.length)} more`}. Did it read
								the wrong column? Then they stand under wrong numbers at Intergiro: have these numbers corrected there,
								and import this file again.
							</>
						)}
					</Text>
				)}
			</div>
		)
	})
}

/** Rows of the file, and which ones they were in that of the import that gave them back. */
function rowWords(rows: NonNullable<Plan["known"]>["spent"]): string {
	const before = rows.flatMap(({ formerly }) => formerly ?? [])
	const own =
		before.length === rows.length
			? ` (${before.join(", ")} in the file of the import that gave ${rows.length === 1 ? "it" : "them"} back)`
			: ""
	return `${rows.map(({ row }) => row).join(", ")}${own}`
}

/** Customer numbers in a sentence, each in one line. */
function Numbers({ numbers }: { readonly numbers: readonly string[] }) {
	return numbers.map((number, at) => (
		<Fragment key={number}>
			{at > 0 && ", "}
			<span className="whole">{number}</span>
		</Fragment>
	))
}
