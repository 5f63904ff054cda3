import { Table, Text } from "@mantine/core"
import type { ReactNode } from "react"
import { wordOfPath } from "../../src/customer/path-words.ts"
import type { TwoValues } from "../../src/ipc/result.ts"

interface Customer {
	readonly key: string
	/** Who it is; nothing where a table is of one alone. */
	readonly who?: ReactNode
	readonly values: readonly TwoValues[]
	/** What is to be said in the place of values. */
	readonly instead?: string | undefined
}

interface Props {
	readonly customers: readonly Customer[]
	/** What the values at Intergiro, and those of the file, are called. */
	readonly titles: readonly [there: string, file: string]
	readonly label: string
}

/** Values of customers as Intergiro has them, beside those of the file. */
export function TwoValuesTable({ customers, titles: [there, file], label }: Props) {
	const isNamed = customers.some(({ who }) => who !== undefined)
	return (
		<Table verticalSpacing={2} fz="sm" aria-label={label} className="two-values">
			<Table.Thead>
				<Table.Tr>
					{isNamed && <Table.Th>Customer</Table.Th>}
					<Table.Th>Field</Table.Th>
					<Table.Th>{there}</Table.Th>
					<Table.Th>{file}</Table.Th>
				</Table.Tr>
			</Table.Thead>
			{customers.map(({ key, who, values, instead }) => (
				<Table.Tbody key={key}>
					{values.map(({ path, differs, there, file }, at) => (
						<Table.Tr key={path} data-differs={(differs && who === undefined) || undefined}>
							{who !== undefined && at === 0 && (
								<Table.Th scope="rowgroup" rowSpan={values.length + (instead === undefined ? 0 : 1)}>
									{who}
								</Table.Th>
							)}
							<Table.Td>
								{labelOfPath(path)}
								{differs && who === undefined && <b>, differs</b>}
							</Table.Td>
							<Table.Td>
								<Value value={there} />
							</Table.Td>
							<Table.Td>
								<Value value={file} />
							</Table.Td>
						</Table.Tr>
					))}
					{instead !== undefined && (
						<Table.Tr>
							{who !== undefined && values.length === 0 && <Table.Th scope="rowgroup">{who}</Table.Th>}
							<Table.Td colSpan={3}>{instead}</Table.Td>
						</Table.Tr>
					)}
				</Table.Tbody>
			))}
		</Table>
	)
}

/** What people call a field, as it begins a line. */
export function labelOfPath(path: string): string {
	const word = path === "method" ? "card" : wordOfPath(path)
	return word.charAt(0).toUpperCase() + word.slice(1)
}

/** The column of the file that a value was taken from. */
export function From({ columns = [] }: { columns?: readonly string[] | undefined }) {
	if (columns.length === 0) return null
	return (
		<Text span size="xs" c="dimmed">
			{" "}
			from {columns.join(", ")}
		</Text>
	)
}

function Value({ value }: { value: TwoValues["file"] }) {
	if (value === undefined || value.value === "") return <i>none</i>
	return (
		<>
			{value.value}
			<From columns={value.columns} />
		</>
	)
}
