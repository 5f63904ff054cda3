import type { RunSnapshot, Waiting } from "../contract/progress.ts"
import { forTerminal, type Text } from "./output.ts"

const barWidth = 24
const redrawEvery = 100
const lineEvery = 5_000

/** What is written to: a terminal has columns, 0 where it does not know. */
interface Screen {
	readonly isTTY?: boolean
	readonly columns?: number
	hasColors?(): boolean
	write(text: string): unknown
}

/** Shows a run on stderr while it goes on: a bar on a terminal, a line every few seconds elsewhere. */
export class ProgressDisplay {
	readonly #stream: Screen
	readonly #timer: NodeJS.Timeout
	readonly #look: () => string
	#drawn = false

	/** `look` gives the line as it stands. */
	constructor(look: () => string, stream: Screen = process.stderr) {
		this.#look = look
		this.#stream = stream
		this.#timer = setInterval(() => this.#draw(), stream.isTTY ? redrawEvery : lineEvery)
	}

	/** A line of its own above the bar. */
	note(text: Text): void {
		this.#wipe()
		this.#stream.write(`${forTerminal(text, this.#stream)}\n`)
	}

	end(): void {
		clearInterval(this.#timer)
		this.#wipe()
	}

	#draw(): void {
		const line = forTerminal(this.#look())
		if (!this.#stream.isTTY) {
			this.#stream.write(`${line}\n`)
			return
		}
		this.#stream.write(`\r\u001B[2K${line.slice(0, (this.#stream.columns || 80) - 1)}`)
		this.#drawn = true
	}

	#wipe(): void {
		if (this.#drawn) this.#stream.write("\r\u001B[2K")
		this.#drawn = false
	}
}

/** One line of a run: what it does, how far it is, how fast, and until when. */
export function runLine(snapshot: RunSnapshot): string {
	const { phase, total, counts, ambiguous, rate, waiting, cards } = snapshot
	// How many cards there are is not known before each customer was read.
	if (cards)
		return [
			`${phase.padEnd(9)} ${count(cards.added)} cards added`,
			`${rate.achieved.toFixed(0)}/s`,
			...(cards.others > 0 ? [`${count(cards.others)} not`] : []),
			...(waiting ? [waitingWords(waiting)] : []),
		].join("  ")
	const made = counts.created + counts.adopted + counts.renumbered
	const refused = counts.rejected + counts["verification-required"] + counts["not-sent"] + counts.conflict
	const done = made + counts.existing + refused + counts.unknown
	const left = total - done
	const perSecond = snapshot.elapsed > 0 ? (snapshot.sent * 1_000) / snapshot.elapsed : 0
	return [
		`${phase.padEnd(9)} ${bar(total === 0 ? 1 : done / total)} ${count(done)}/${count(total)}`,
		`${rate.achieved.toFixed(0)}/s`,
		...(phase === "sending" && perSecond > 0 && left > 0 ? [`${duration(left / perSecond)} left`] : []),
		...(counts.existing > 0 ? [`${count(counts.existing)} existing`] : []),
		...(refused > 0 ? [`${count(refused)} refused`] : []),
		...(ambiguous > 0 ? [`${count(ambiguous)} in doubt`] : []),
		...(waiting ? [waitingWords(waiting)] : []),
	].join("  ")
}

function waitingWords(waiting: Waiting): string {
	const next = duration(waiting.milliseconds / 1_000)
	if (waiting.why !== "unreachable") return `${waiting.why}, ${next}`
	return `no connection: tried again in ${next}, for ${duration(waiting.left / 1_000)} at most`
}

/** How far the check of a file is; bytes. */
export function checkLine(read: number, size: number, rows: number): string {
	return `checking  ${bar(size === 0 ? 1 : read / size)} ${count(rows)} rows`
}

function bar(ratio: number): string {
	const full = Math.round(Math.min(1, ratio) * barWidth)
	const percent = `${Math.floor(Math.min(1, ratio) * 100)}%`.padStart(4)
	return `${"█".repeat(full)}${"░".repeat(barWidth - full)}${percent}`
}

function count(value: number): string {
	return value.toLocaleString("en")
}

/** Seconds, as a person says it. */
function duration(seconds: number): string {
	if (seconds < 60) return `${Math.ceil(seconds)} s`
	if (seconds < 3_600) return `${Math.ceil(seconds / 60)} min`
	return `${Math.floor(seconds / 3_600)} h ${Math.ceil((seconds % 3_600) / 60)} min`
}
