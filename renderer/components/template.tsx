import { Anchor, Text } from "@mantine/core"
import { useState } from "react"
import { ask } from "../ask.ts"
import { useStore } from "../store.tsx"

/** For who has no file yet: the columns that are known, to be filled. */
export function Template() {
	const { attempt } = useStore()
	const [isSaved, setSaved] = useState(false)
	return (
		<Text size="sm" c="dimmed" mt="md" aria-live="polite">
			{isSaved ? "The template is saved. Fill it in, then choose it here. " : "No file yet? "}
			<Anchor
				component="button"
				type="button"
				size="sm"
				onClick={() => attempt(async () => setSaved(await ask("file.template", undefined)))}
			>
				{isSaved ? "Save it once more…" : "Save a template to fill in…"}
			</Anchor>
		</Text>
	)
}
