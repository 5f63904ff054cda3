import type { CheckedFile } from "../src/app/check/checked-file.ts"
import { describeSystemError } from "../src/app/system-error.ts"
import { JournalFailed } from "../src/contract/record.ts"
import type { Start } from "../src/ipc/run.ts"
import type { Environment } from "../src/ipc/settings.ts"
import type { PastRun } from "./history.ts"
import { problemOf } from "./ipc.ts"
import { Refused } from "./refused.ts"
import { newRunFolder } from "./run-folder.ts"

/** A run that is about to begin, in a folder of its own below `runs`, named so that a person finds it. */
export function newRun(
	file: CheckedFile,
	{ id: environment, name, kind }: Environment,
	path: string,
	runs: string,
	merchant: string | undefined,
	merchantAt: string | undefined,
): PastRun {
	const { name: fileName, sha256 } = file.source
	const now = new Date()
	const { id, folder } = newRunFolder(runs, fileName, now)
	return {
		path,
		sha256,
		environment,
		...(merchant === undefined ? {} : { merchant }),
		...(merchantAt === undefined ? {} : { merchantAt }),
		reference: {
			id,
			file: fileName,
			folder,
			environment: { name, kind, id: environment },
			confirmed: false,
			started: now.toISOString(),
			state: "running",
			unfinished: false,
			rows: file.rows,
			created: 0,
			open: file.rows,
			leftOut: 0,
			needs: 0,
			wrong: 0,
			again: 0,
			looked: false,
		},
	}
}

/**
 * A run as it may start: where customers are real, the merchant's name was typed for it, now or before. Throws `Refused`.
 * @param isNew it was not begun yet
 */
export function permitted(start: Start, environment: Environment, past: PastRun, isNew: boolean): PastRun {
	if (start.look && isNew)
		throw new Refused("Rows in doubt are looked for where they were sent.", "Choose the environment of that import.")
	if (start.resendUnknown && !past.reference.looked)
		throw new Refused("The rows in doubt were not looked for yet.", "Look again first.")
	if (start.addCards && isNew)
		throw new Refused("Cards are added after an import.", "Import the file first: it finds the customers who exist.")
	const isNamed = start.confirmation?.trim() === (environment.merchant ?? environment.name)
	const confirmed = past.reference.confirmed || isNamed
	const sends = !start.look || start.resendUnknown
	if (environment.kind === "live" && sends && !confirmed)
		throw new Refused("This is a live environment.", "Type the name of the merchant to confirm.")
	return { ...past, reference: { ...past.reference, confirmed } }
}

/** Why a new run could not begin: where the disk is to blame, another folder may do. */
export function withAnotherFolder(error: unknown): unknown {
	if (!isDisk(error)) return error
	return new Refused(problemOf(error).message, "Nothing was sent. Put it right, or keep imports in another folder.", {
		folder: true,
	})
}

/** Why the files of a run could not be written once more: where the disk is to blame, the ways on stay those of before. */
export function withAnotherTry(error: unknown, run: string): unknown {
	return isDisk(error) ? new Refused(problemOf(error).message, triedAgain, { again: run }) : error
}

/** What a person is told of a run that ended without its files. */
export const triedAgain = "What was sent is written down, and nothing is sent by trying again."

function isDisk(error: unknown): boolean {
	return error instanceof JournalFailed || (error instanceof Error && describeSystemError(error) !== undefined)
}
