import { isCancel, text } from "@clack/prompts"
import type { CheckedFile } from "../app/check/checked-file.ts"
import type { OpenedFile } from "../app/check/open-file.ts"
import { journalReadingOfRun } from "../app/run-reading.ts"
import { sentElsewhere } from "../app/sent-elsewhere.ts"
import type { Target } from "../app/target.ts"
import { claimsOf, environmentIdentity } from "../intergiro/key.ts"
import { isLoopback } from "../intergiro/url.ts"
import { Usage } from "./output.ts"
import { canAsk } from "./questions.ts"

/**
 * What a person has to name before the first request of a run folder leaves: the merchant as the key calls it, or the host of the URL
 * where the key does not. Nothing where there is nobody to be mistaken about: a sandbox, a server on this machine, a run that was begun
 * for this merchant before.
 */
export async function merchantToName(target: Target, folder: string): Promise<string | undefined> {
	if (target.kind === "sandbox") return undefined
	const url = new URL(target.url)
	if (isLoopback(url)) return undefined
	// Whatever is wrong with the journal is told when it is opened to be written.
	const begun = await journalReadingOfRun(folder).catch(() => undefined)
	// A run is begun once the merchant was named; version 0.1.0 asked for none.
	const isNamed = begun && !begun.guessed && begun.merchant === environmentIdentity(url, target.key).merchant
	return begun?.sent || isNamed ? undefined : (claimsOf(target.key).merchantName ?? url.hostname)
}

/** Throws `Usage` where what was given does not fit, or nobody is there to be asked: before a large file is read. */
export function refuseOtherMerchant(wanted: string | undefined, given: string | undefined): void {
	if (wanted === undefined || (given === undefined ? canAsk() : isSame(given, wanted))) return
	const said = given === undefined ? "" : ` You said ${JSON.stringify(given)}.`
	throw new Usage(
		`This creates customers at a merchant that is no sandbox: ${wanted}.${said} What is created cannot be taken back. Say that it is the right one with --merchant ${JSON.stringify(wanted)}. Nothing was sent.`,
	)
}

/** Asks a person at the terminal to type the merchant's name. Rejects with `Usage` where it is another one. */
export async function askForMerchant(wanted: string | undefined, given: string | undefined): Promise<void> {
	if (wanted === undefined || given !== undefined) return
	const answer = await text({
		message: `What is created at ${wanted} cannot be taken back. Type the merchant's name to go on:`,
		placeholder: wanted,
		output: process.stderr,
	})
	if (isCancel(answer) || !isSame(answer, wanted)) throw new Usage(`This is not ${wanted}. Nothing was sent.`)
}

function isSame(given: string, wanted: string): boolean {
	const plain = (name: string) => name.normalize("NFC").trim().replace(/\s+/g, " ").toLowerCase()
	return plain(given) === plain(wanted)
}

/**
 * Throws `Usage` where card tokens of the file were sent to another merchant, and nobody said that they are for this one all the same: of a run
 * that was begun nobody is asked again.
 */
export async function refuseSentElsewhere(
	target: Target,
	{ checked, folder, home, allowed }: { checked: CheckedFile; folder: string; home: string; allowed: boolean },
): Promise<void> {
	if (allowed || target.kind === "sandbox") return
	const { kind, merchant } = environmentIdentity(new URL(target.url), target.key)
	if (kind === "sandbox") return
	// It was asked before the run was begun.
	const begun = await journalReadingOfRun(folder).catch(() => undefined)
	if (begun?.merchant === merchant) return
	const sent = await sentElsewhere(home, merchant, claimsOf(target.key).merchantName, checked)
	if (sent === undefined) return
	throw new Usage(
		`Card tokens of this file were sent to another merchant: ${sent.merchant}, by run ${sent.run} of ${sent.at}, with ${sent.file}. A token can be used once, so that this is probably the wrong merchant. If the file is meant for this one all the same, say so with --sent-elsewhere. Nothing was sent.`,
	)
}

/** Throws `Usage` where rows that come back from a run on the sandbox would be created for real. */
export function refuseRehearsal({ rehearsal }: OpenedFile, target: Target, allowed: boolean): void {
	if (rehearsal === undefined || allowed || target.kind === "sandbox") return
	if (environmentIdentity(new URL(target.url), target.key).kind === "sandbox") return
	throw new Usage(
		`Rows of this file come back from ${rehearsal}, which was a run on the sandbox: nobody was created at Intergiro, neither these nor the others of its file. Run the file that was rehearsed, with what you have mended, for real. If these rows alone are meant, say so with --from-sandbox. Nothing was sent.`,
	)
}
