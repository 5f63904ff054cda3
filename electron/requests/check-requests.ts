import { basename } from "node:path"
import { clipboard } from "electron"
import { KnownSearch } from "../../src/app/known-before.ts"
import { keepFromSaving } from "../../src/app/overwriting.ts"
import { counted } from "../../src/contract/counted.ts"
import type { Request } from "../../src/ipc/requests.ts"
import { writeFindings } from "../../src/report/findings-file.ts"
import { Checking } from "../checking.ts"
import { chooseTarget } from "../dialogs.ts"
import { elsewhereOf } from "../elsewhere.ts"
import { type Handlers, problemOf } from "../ipc.ts"
import { Refused } from "../refused.ts"
import type { Source } from "../source.ts"
import type { FileRequests } from "./file-requests.ts"
import type { Shared } from "./shared.ts"

/** Mends that are named. */
const mostLost = 20

/** The check of the file that is open: its rows, what is mended in them, what an import of it would be. */
export class CheckRequests {
	constructor(
		private readonly shared: Shared,
		private readonly files: FileRequests,
	) {}

	readonly handlers: Pick<Handlers, Extract<Request, "check" | `check.${string}`>> = {
		check: async () => {
			const { answers, mends, preferences, tell, work } = this.shared
			work.refuseWhileRunning()
			const source = work.opened
			if (source.isOpen) throw new Refused("A question about the columns is open.", "Answer it first, under Columns.")
			const signal = work.beginCheck()
			const edits = await mends.of(source.sha256)
			const checking = await Checking.begin(source, source.options(preferences), edits, tell, signal)
			if (checking.file.source.sha256 !== source.sha256)
				throw new Refused(
					"The file has changed since it was opened.",
					"Check it again to import it as it is now, by an import of its own.",
					{ changed: true },
				)
			if (edits === undefined && !source.resumed) await this.#follow(source, checking)
			work.checking = checking
			const { ownAnswers } = source
			const { columns } = source.looked.detection.layout
			if (ownAnswers) {
				const file = { sha256: source.sha256, columns: ownAnswers.ofFile }
				this.#keep("What you answered", () => answers.remember(columns, ownAnswers.mapping, file))
			}
			return { file: source.view(), checked: checking.view() }
		},
		"check.anew": async () => {
			const { path, looked } = this.shared.work.opened
			const file = await this.files.open(path, looked.workbook?.identity.sheet)
			if (file.kind === "workbook") throw new Refused("The sheet is gone.", "Open the file again.")
			return file
		},
		"check.stop": () => this.shared.work.stopCheck(new Refused("The check was stopped.")),
		"check.copy": async (area) => {
			const lines = await this.shared.work.checked.copied(area)
			clipboard.writeText(lines.join("\n"))
			return lines.length
		},
		"check.rows": (wanted) => this.shared.work.checked.rows(wanted),
		"check.plan": ({ environment }) => {
			const { environments, history, home, work } = this.shared
			const began = work.source?.resumed?.past
			const past = began && environments.idOf(began) === environment ? began : undefined
			// Without its key an environment does not say whose it is: the imports that it was used for do.
			const merchant = environments.merchantOf(environments.get(environment)) ?? history.merchantIn(environment)
			const known = async () =>
				merchant === undefined ? undefined : await KnownSearch.of(home, merchant, past?.reference.folder)
			return work.checked.plan(JSON.stringify([environment, merchant, past?.reference.id]), known, async (file) =>
				past ? undefined : await elsewhereOf(this.shared, environments.get(environment), file),
			)
		},
		"check.mend": async (mend) => {
			const { work } = this.shared
			work.refuseWhileRunning()
			const checking = work.checked
			const checked = await checking.mend(mend)
			work.result = undefined
			await this.#keepMends(work.opened, checking)
			return { file: work.opened.view(), checked }
		},
		"check.replaceable": (wanted) => this.shared.work.checked.replaceable(wanted),
		"check.export": async () => {
			const { window, work } = this.shared
			const path = await chooseTarget(window(), "findings.csv", "CSV file")
			if (path === undefined) return false
			await keepFromSaving([work.opened.path], path)
			await writeFindings(path, work.checked.file.allRows())
			return true
		},
	}

	/** What was mended in the file before it changed is taken over where it fits, and told where it does not. */
	async #follow(source: Source, checking: Checking) {
		const { path, sha256 } = source
		const before = await this.shared.mends.before(path, sha256)
		if (before === undefined) return
		const lost = await checking.follow(before.edits, before.places)
		const { cells, skipped } = checking.edits
		const taken = [
			counted(cells.length, "mended cell"),
			...(skipped.length > 0 ? [counted(skipped.length, "row that was left out", "rows that were left out")] : []),
		].join(" and ")
		const others = lost.length > mostLost ? ` and ${lost.length - mostLost} more` : ""
		const gone =
			lost.length === 0
				? ""
				: ` Not taken over, as they are other rows or values now: ${lost.slice(0, mostLost).join("; ")}${others}.`
		this.shared.tell({
			type: "warning",
			message: `${basename(path)} has changed since you mended it. Taken over: ${taken}.${gone}`,
		})
		await this.#keepMends(source, checking)
	}

	async #keepMends({ path, sha256 }: Source, checking: Checking) {
		const places = await checking.places()
		this.#keep("What you mended", () => {
			this.shared.mends.keep(sha256, checking.edits)
			this.shared.mends.place(sha256, path, places)
		})
	}

	/** What cannot be kept on the disk holds until the app is closed. */
	#keep(what: string, work: () => void) {
		try {
			work()
		} catch (error) {
			const { message } = problemOf(error)
			this.shared.tell({ type: "warning", message: `${what} is not kept for the next time: ${message}` })
		}
	}
}
