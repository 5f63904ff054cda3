import { WouldOverwrite } from "../app/overwriting.ts"
import { RebuildFailed } from "../app/rebuild.ts"
import { RunRefused } from "../app/run-refused.ts"
import {
	CardNotInDoubt,
	NoSuchCustomer,
	NothingToAccept,
	NotInDoubt,
	OtherCustomer,
	OtherNumber,
	StillThere,
} from "../app/settle-doubt.ts"
import { describeSystemError } from "../app/system-error.ts"
import { VerifyStopped } from "../app/verify.ts"
import { VerifyFailed } from "../app/verify-results.ts"
import { JournalFailed } from "../contract/record.ts"
import { UnreadableFile } from "../csv/layout.ts"
import { UnusableMapping } from "../customer/columns/mapping-problems.ts"
import { UnusableKey } from "../intergiro/key.ts"
import { UnusableUrl } from "../intergiro/url.ts"
import { hasCode } from "../journal/disk.ts"
import { NewerVersion } from "../journal/format.ts"
import { UnknownRun } from "../journal/ledger.ts"
import { Locked } from "../journal/lock.ts"
import { JournalDamaged } from "../journal/log.ts"
import { type Exit, exit, Usage } from "./output.ts"

const refusals = [
	Usage,
	UnusableMapping,
	WouldOverwrite,
	UnusableKey,
	UnusableUrl,
	NotInDoubt,
	CardNotInDoubt,
	NothingToAccept,
	StillThere,
	OtherCustomer,
	NoSuchCustomer,
	OtherNumber,
	RunRefused,
	JournalDamaged,
	NewerVersion,
	RebuildFailed,
	Locked,
	UnknownRun,
	VerifyFailed,
]

/** What went wrong, for a person, and the exit status it means while nothing was sent. */
export function explainError(error: unknown): { message: string; status: Exit } {
	if (!(error instanceof Error)) return { message: String(error), status: exit.usage }
	if (error instanceof UnreadableFile) {
		const place = error.row === undefined ? "" : `Row ${error.row}: `
		return { message: `${place}${error.message} ${error.tip}`, status: exit.usage }
	}
	if (refusals.some((kind) => error instanceof kind)) return { message: error.message, status: exit.usage }
	if (error instanceof VerifyStopped) return { message: error.message, status: exit.stopped }
	if (error instanceof JournalFailed)
		return { message: `${error.message} See to the disk, then start again to go on.`, status: exit.stopped }
	if (error.name === "AbortError") return { message: "Stopped. Nothing was sent.", status: exit.stopped }
	const message = describeSystemError(error) ?? `${error.name}: ${error.message}`
	return { message, status: hasCode(error, "ENOSPC") ? exit.stopped : exit.usage }
}
