/** A request that cannot be done, in words for the person who asked. */
export class Refused extends Error {
	override readonly name = "Refused"
	constructor(
		message: string,
		readonly tip?: string,
		/** The environment whose key is to be entered again. */
		readonly environment?: string,
	) {
		super(message)
	}
}
