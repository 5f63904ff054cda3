import { Card, Group, SimpleGrid, Text, Title } from "@mantine/core"
import { IconAlertTriangle, IconArrowsLeftRight, IconHelpCircle, IconX } from "@tabler/icons-react"
import { Fragment, useEffect, useState } from "react"
import { withPathWords } from "../../src/customer/path-words.ts"
import type { FirstCustomer, Result } from "../../src/ipc/result.ts"
import { differenceWords } from "../../src/run/difference-words.ts"
import { ask } from "../ask.ts"
import { useFormat } from "../format.ts"
import { useStore } from "../store.tsx"
import { outcomeWords, unsaidWord } from "../words.ts"
import { From, labelOfPath } from "./two-values.tsx"

/** The first customers as they are there now, to be looked at before the others are created. */
export function FirstCustomers({ result: { run, ended } }: { result: Result }) {
	const { attempt } = useStore()
	const [customers, setCustomers] = useState<readonly FirstCustomer[]>()
	// biome-ignore lint/correctness/useExhaustiveDependencies: of each session once
	useEffect(() => {
		attempt(async () => setCustomers(await ask("result.first", { run: run.id })))
	}, [run.id, ended])
	return (
		<section aria-labelledby="first">
			<Title order={2} size="h5" mb={4} id="first">
				Are these the right customers, each with the right values?
			</Title>
			<Text size="sm" mb="sm">
				Only you can tell: compare them with your own register. Beside each value is the column of the file that it was
				taken from.
			</Text>
			<SimpleGrid cols={{ base: 1, sm: 2, md: 3 }} role="list">
				{customers?.map((customer) => (
					<Customer key={customer.row} customer={customer} />
				))}
			</SimpleGrid>
		</section>
	)
}

function Customer({ customer }: { customer: FirstCustomer }) {
	const { row, number, asSent, id, outcome, message, differs, unsaid } = customer
	const [Sign, color] = signOf(customer)
	return (
		<Card withBorder padding="md" role="listitem">
			<Text fw={650} style={{ overflowWrap: "anywhere" }}>
				{number}{" "}
				<Text span size="sm" c="dimmed" fw={400}>
					row {row}
				</Text>
			</Text>
			<Group gap={6} mt={4} wrap="nowrap" align="start">
				<Sign size="1.125rem" color={`var(--mantine-color-${color}-filled)`} aria-hidden style={{ flex: "none" }} />
				<Text size="sm" fw={differs.length > 0 ? 600 : 400}>
					{id === ""
						? `${outcomeWords[outcome].label}: ${message}`
						: differs.length > 0
							? `Came back other than in the file: ${withPathWords(differenceWords(differs))}`
							: unsaid.length > 0
								? "What its answer says is as it was sent."
								: "Everything came back as it was sent."}
				</Text>
			</Group>
			{id !== "" && unsaid.length > 0 && (
				<Text size="sm" mt={6}>
					Look at Intergiro: its answer did not say {unsaidWord(unsaid)}, so that nobody compared it.
				</Text>
			)}
			<dl className="facts">
				{asSent.map(({ path, value, columns }) => (
					<Fragment key={path}>
						<dt>{labelOfPath(path)}</dt>
						<dd>
							{differs.some((one) => isWithin(path, one)) ? <b>{value}</b> : value}
							<From columns={columns} />
						</dd>
					</Fragment>
				))}
				{id && (
					<>
						<dt>Card</dt>
						<dd>
							<Cards customer={customer} />
							<From columns={customer.cardColumns} />
						</dd>
						<dt>Identifier</dt>
						<dd className="mono">{id}</dd>
					</>
				)}
			</dl>
		</Card>
	)
}

/** Whether a value is that of a path, or one of several that stand there together. */
function isWithin(path: string, whole: string): boolean {
	return path === whole || path.startsWith(`${whole}.`)
}

function signOf({ id, differs, unsaid }: FirstCustomer) {
	if (id === "") return [IconX, "red"] as const
	if (differs.length > 0) return [IconAlertTriangle, "orange"] as const
	// That it came back so says nothing of whether it is right: nobody looked at it yet.
	return unsaid.length > 0 ? ([IconHelpCircle, "blue"] as const) : ([IconArrowsLeftRight, "gray"] as const)
}

function Cards({ customer: { cards, sent } }: { customer: FirstCustomer }) {
	const { counted } = useFormat()
	if (sent === 0 && !cards?.length) return "none in the file"
	if (cards === undefined) return sent ? `${counted(sent, "card")} sent; what was stored is not said` : "not said"
	if (cards.length === 0) return sent ? "none stored, though one was sent" : "none stored"
	return cards
		.map(({ scheme, last4, expires }) =>
			[`${scheme || "stored"} ${last4 && `•••• ${last4}`}`.trim(), expires].filter(Boolean).join(", "),
		)
		.join("; ")
}
