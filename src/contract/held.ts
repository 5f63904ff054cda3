/** How a system says that another program has a file: a virus scanner, a synced folder, a spreadsheet. Mostly it lets go of it soon. */
const codes: readonly unknown[] = ["EAGAIN", "EBUSY", "EPERM"]

export function isHeld(error: unknown): boolean {
	return error instanceof Error && "code" in error && codes.includes(error.code)
}

/** Milliseconds between the tries: ten seconds in all. */
const pauses = [50, 150, 300, 500, 1_000, 2_000, 3_000, 3_000]

/** Does something with a file, and tries again for a while where another program holds it. Rejects as the last try did. */
export async function onceFree<Done>(
	work: () => Promise<Done>,
	sleep: (milliseconds: number) => Promise<unknown>,
): Promise<Done> {
	for (const pause of pauses) {
		try {
			return await work()
		} catch (error) {
			if (!isHeld(error)) throw error
			await sleep(pause)
		}
	}
	return work()
}
