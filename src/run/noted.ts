/**
 * Sends a request whose leaving is noted first. What cannot be noted does not leave, and its error is thrown rather than taken for an answer.
 * @param send calls what it is given at the last moment before bytes leave
 */
export async function noted<Answered>(
	send: (leaving: () => void) => Promise<Answered>,
	note: () => void,
): Promise<Answered> {
	let unnoted: { readonly error: unknown } | undefined
	const answered = await send(() => {
		try {
			note()
		} catch (error) {
			unnoted = { error }
			throw error
		}
	})
	if (unnoted) throw unnoted.error
	return answered
}
