import { Text, Title } from "@mantine/core"
import { type ReactNode, useEffect, useRef } from "react"

interface Props {
	readonly title: string
	readonly lead?: ReactNode
	readonly children: ReactNode
	/** What can be done next, at the bottom where it is always in reach. */
	readonly actions?: ReactNode
	/** The content takes the height of the window and scrolls in itself. */
	readonly fill?: boolean
}

/** One screen: a title that takes the focus when it opens, the content, and what to do next. */
export function Screen({ title, lead, children, actions, fill }: Props) {
	const heading = useRef<HTMLHeadingElement>(null)
	useEffect(() => heading.current?.focus(), [])
	return (
		<main className="screen">
			<div className="content" data-fill={fill || undefined}>
				<div>
					<Title order={1} size="h2" ref={heading} tabIndex={-1} className="heading">
						{title}
					</Title>
					{lead && (
						<Text c="dimmed" mt={4} component="div">
							{lead}
						</Text>
					)}
					<div className="sections">{children}</div>
				</div>
			</div>
			{actions && <footer className="actions">{actions}</footer>}
		</main>
	)
}
