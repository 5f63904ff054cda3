/** Why: no file, one with a second name elsewhere, one of another user's, or more than it can be. The codes are as a system has them. */
type Code = "ENXIO" | "EMLINK" | "EACCES" | "EFBIG"

/** What lies under a name is not what may be opened there: nothing of it was read, or written to. Its message says what to do. */
export class NotOpened extends Error {
	override readonly name = "NotOpened"
	constructor(
		readonly code: Code,
		readonly path: string,
		message: string,
	) {
		super(`${path} ${message}`)
	}
}
