import { Badge, Group } from "@mantine/core"
import { IconCheck, IconCircleDashed, IconHelpCircle } from "@tabler/icons-react"
import type { Field } from "../../src/customer/fields.ts"
import type { OpenedFile } from "../../src/ipc/file.ts"

/** Without these a customer is of little use; only the number is a must. */
const wanted: readonly (readonly [label: string, any: readonly Field[], required: boolean])[] = [
	["Customer number", ["number"], true],
	["Name", ["name", "company", "firstName", "lastName"], false],
	["E-mail", ["email", "billingEmail"], false],
	["Card token", ["token"], false],
]

const looks = {
	found: { color: "green", Icon: IconCheck, words: "" },
	open: { color: "yellow", Icon: IconHelpCircle, words: ": in question" },
	missing: { color: "red", Icon: IconCircleDashed, words: ": missing, required" },
	none: { color: "gray", Icon: IconCircleDashed, words: ": none" },
} as const

/** What customers should have, and whether the file gives it. */
export function Wanted({ file: { decisions, mapping, asked } }: { file: OpenedFile }) {
	const filled = new Set<string>(Object.keys(mapping.constants))
	const open = new Set(asked.filter(({ chosen }) => chosen === undefined).map(({ question }) => question.id))
	for (const { by, fields } of decisions)
		for (const field of fields)
			if (by === "open") open.add(field)
			else filled.add(field)
	return (
		<Group gap="xs" role="list" aria-label="Fields that customers should have">
			{wanted.map(([label, any, required]) => {
				const has = (some: ReadonlySet<string>) => any.some((field) => some.has(field))
				const { color, Icon, words } = looks[has(filled) ? "found" : has(open) ? "open" : required ? "missing" : "none"]
				return (
					<Badge
						key={label}
						role="listitem"
						size="lg"
						variant="light"
						tt="none"
						color={color}
						leftSection={<Icon size="1rem" />}
					>
						{label}
						{words}
					</Badge>
				)
			})}
		</Group>
	)
}
