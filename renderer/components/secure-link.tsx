import { Anchor } from "@mantine/core"
import { IconExternalLink } from "@tabler/icons-react"
import { ask } from "../ask.ts"
import { useStore } from "../store.tsx"

/** Opens the page where a cardholder verifies the card, in the person's own browser. */
export function SecureLink({ url }: { readonly url: string }) {
	const { attempt } = useStore()
	return (
		<Anchor
			component="button"
			type="button"
			size="sm"
			style={{ alignSelf: "start" }}
			onClick={() => attempt(() => ask("link.open", { url }))}
		>
			Open the 3-D Secure page <IconExternalLink size="0.875rem" aria-hidden />
		</Anchor>
	)
}
