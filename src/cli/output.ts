/** Exit statuses of the command line. */
export const exit = { done: 0, incomplete: 1, usage: 2, stopped: 3 } as const

export type Exit = (typeof exit)[keyof typeof exit]

/** What was asked for cannot be done; nothing was sent. The message is for a person. */
export class Usage extends Error {
	override readonly name = "Usage"
}

/** A reader that goes away (`| head`) must not end a run, nor a terminal that was closed. */
export function surviveClosedStreams(): void {
	for (const stream of [process.stdout, process.stderr])
		stream.on("error", (error: NodeJS.ErrnoException) => {
			if (error.code !== "EPIPE" && error.code !== "EIO") throw error
		})
}

/** A line of text for the reader of the result. */
export function print(text: string): void {
	process.stdout.write(`${text}\n`)
}

/** A line of JSON for machines. */
export function printJson(event: object): void {
	process.stdout.write(`${JSON.stringify(event)}\n`)
}

/** A line for the person who watches. */
export function note(text: string): void {
	process.stderr.write(`${text}\n`)
}
