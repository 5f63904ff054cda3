import { Text } from "@mantine/core"

/** One figure and what it is. */
export function Stat({ label, value, hint }: { label: string; value: string; hint?: string | undefined }) {
	return (
		<div className="tile">
			<Text size="xs" c="dimmed" fw={550}>
				{label}
			</Text>
			<Text className="number" fz="h3" fw={650} lh={1.25} style={{ whiteSpace: "nowrap" }}>
				{value}
			</Text>
			{hint && (
				<Text size="xs" c="dimmed">
					{hint}
				</Text>
			)}
		</div>
	)
}
