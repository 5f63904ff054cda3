import { Button, Checkbox, Group, Text } from "@mantine/core"
import { type KeyboardEvent, useState } from "react"
import type { Question } from "../../src/customer/columns/question.ts"
import { isSame, isTicked, type Option, optionsOf } from "../options.ts"

interface Props {
	readonly question: Question
	/** Nothing is chosen beforehand: a person chooses. */
	readonly chosen?: readonly string[] | undefined
	/** Ids of the elements that name and describe what is asked. */
	readonly labelledBy: string
	readonly describedBy: string
	onAnswer(chosen: readonly string[]): void
}

/** The answers of a question, as large choices: one press answers it. */
export function Choices(props: Props) {
	return isTicked(props.question) ? <Ticks {...props} /> : <OneOf {...props} />
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }

/** As many as can be compared at a glance; they come with the likeliest first. */
const atFirst = 8

/** Arrows move to another choice without making it: to choose is to answer. */
function OneOf({ question, chosen, labelledBy, describedBy, onAnswer }: Props) {
	const all = optionsOf(question)
	const [folded, setFolded] = useState(chosen === undefined && all.length > atFirst + 2)
	const options = folded ? all.slice(0, atFirst) : all
	const before = options.findIndex((option) => chosen !== undefined && isSame(option.chosen, chosen))
	const [active, setActive] = useState(Math.max(0, before))
	const move = (event: KeyboardEvent<HTMLDivElement>) => {
		const step = steps[event.key]
		if (step === undefined) return
		event.preventDefault()
		const next = (active + step + options.length) % options.length
		setActive(next)
		event.currentTarget.querySelectorAll<HTMLElement>("[role=radio]")[next]?.focus()
	}
	return (
		<>
			<div
				role="radiogroup"
				aria-labelledby={labelledBy}
				aria-describedby={describedBy}
				className="choices"
				onKeyDown={move}
			>
				{options.map((option, index) => (
					// biome-ignore lint/a11y/useSemanticElements: an input would answer at every arrow on the way
					<button
						key={option.id}
						type="button"
						role="radio"
						aria-checked={index === before}
						tabIndex={index === active ? 0 : -1}
						className="choice"
						onClick={({ detail }) => {
							// The second press of a double click is of the question that came in its place.
							if (detail < 2) onAnswer(option.chosen)
						}}
					>
						<span className="mark" aria-hidden />
						<Content {...option} />
					</button>
				))}
			</div>
			{folded && (
				<Button size="compact-sm" variant="subtle" mt="xs" onClick={() => setFolded(false)}>
					Show {all.length - atFirst} more
				</Button>
			)}
			{all.length === 1 && (
				<Text size="sm" mt="xs">
					If this is not so, say below what the columns are.
				</Text>
			)}
		</>
	)
}

function Ticks({ question, chosen = [], labelledBy, describedBy, onAnswer }: Props) {
	const [ticked, setTicked] = useState<readonly string[]>(chosen)
	const known = question.answers.map(({ id }) => id)
	return (
		<>
			{/* biome-ignore lint/a11y/useSemanticElements: its name is the heading of the card */}
			<div role="group" aria-labelledby={labelledBy} aria-describedby={describedBy} className="choices">
				{question.answers.map((answer) => (
					// biome-ignore lint/a11y/noLabelWithoutControl: the checkbox is within
					<label key={answer.id} className="choice">
						<Checkbox
							classNames={{ input: "tick" }}
							checked={ticked.includes(answer.id)}
							onChange={({ currentTarget: { checked } }) =>
								setTicked(known.filter((id) => (id === answer.id ? checked : ticked.includes(id))))
							}
						/>
						<Content {...answer} />
					</label>
				))}
			</div>
			<Group gap="sm" mt="sm">
				<Button size="sm" disabled={ticked.length === 0} onClick={() => onAnswer(ticked)}>
					{ticked.length > 1 ? `Use these ${ticked.length}` : "Use this one"}
				</Button>
				<Button size="sm" variant="default" onClick={() => onAnswer([])}>
					None of these
				</Button>
			</Group>
		</>
	)
}

function Content({ label, facts, examples }: Pick<Option, "label" | "facts" | "examples">) {
	if (facts === undefined && examples.length === 0) return <span className="label">{label}</span>
	return (
		<>
			<span className="name">{label}</span>
			<span className="known">{facts}</span>
			<span className="examples">
				{examples.map((example) => (
					<span key={example} className="sample">
						{example}
					</span>
				))}
			</span>
		</>
	)
}
