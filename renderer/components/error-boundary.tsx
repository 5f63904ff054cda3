import { Button, Text, Title } from "@mantine/core"
import { Component, type ReactNode } from "react"

/** The page broke; the work did not: main goes on with it, and a new page asks main where it stands. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error?: Error }> {
	override state: { error?: Error } = {}

	static getDerivedStateFromError(error: Error) {
		return { error }
	}

	override render() {
		const { error } = this.state
		if (!error) return this.props.children
		return (
			<main className="content">
				<div role="alert">
					<Title order={1} size="h2" mb="sm">
						This page stopped working
					</Title>
					<Text mb="sm">
						An import that is running goes on, and what was sent is written down. Load the page again to see where it
						stands.
					</Text>
					<Text size="sm" c="dimmed" mb="md">
						{error.message}
					</Text>
					<Button onClick={() => location.reload()}>Load the page again</Button>
				</div>
			</main>
		)
	}
}
