import { Button, Group, Text } from "@mantine/core"
import { IconChevronDown, IconChevronUp } from "@tabler/icons-react"
import type { ReactNode } from "react"
import type { OpenedFile } from "../../src/ipc/file.ts"
import { useFormat } from "../format.ts"

type Decision = OpenedFile["decisions"][number]

/** As many names as a line has room for. */
const named = 8

/** The columns that are not sent. */
export function leftOut({ decisions }: Pick<OpenedFile, "decisions">): readonly Decision[] {
	return decisions.filter(({ by, fields }) => by !== "open" && fields.length === 0)
}

/** What is not sent, in one line. */
export function LeftOutLine({ decisions, label = "Left out" }: Pick<OpenedFile, "decisions"> & { label?: string }) {
	const { count } = useFormat()
	const left = leftOut({ decisions })
	// What an import that goes on leaves out stays as it was, and needs not be what a person said.
	const isSaid = ({ by, reason }: Decision) => by === "person" && reason.endsWith("as you said")
	const [byPerson, byRule] = [left.filter(isSaid), left.filter((one) => !isSaid(one))]
	const names = (some: readonly Decision[]) =>
		`${some
			.slice(0, named)
			.map(({ column }) => column)
			.join(", ")}${some.length > named ? `, … (${count(some.length)} columns)` : ""}`
	return (
		<Text size="sm" style={{ overflowWrap: "anywhere" }}>
			{left.length === 0 && "No column is left out."}
			{byRule.length > 0 && (
				<>
					<b>{label}:</b> {names(byRule)}.{" "}
				</>
			)}
			{byPerson.length > 0 && (
				<>
					<b>{label}, as you said:</b> {names(byPerson)}.
				</>
			)}
		</Text>
	)
}

interface Props extends Pick<OpenedFile, "decisions"> {
	/** The columns that are left out are shown one by one. */
	readonly shown: boolean
	onShow(shown: boolean): void
	/** One by one. */
	readonly children: ReactNode
}

/** What is not sent: in one line, and one by one for who wants to send some of it. */
export function LeftOut({ decisions, shown, onShow, children }: Props) {
	const Icon = shown ? IconChevronUp : IconChevronDown
	return (
		<section aria-label="Left out">
			<Group justify="space-between" align="start" wrap="nowrap" mb="xs">
				<LeftOutLine decisions={decisions} />
				{leftOut({ decisions }).length > 0 && (
					<Button
						size="compact-sm"
						variant="subtle"
						style={{ flex: "none" }}
						rightSection={<Icon size="1rem" />}
						aria-expanded={shown}
						onClick={() => onShow(!shown)}
					>
						{shown ? "Hide what is left out" : "Show what is left out"}
					</Button>
				)}
			</Group>
			{shown && children}
		</section>
	)
}
