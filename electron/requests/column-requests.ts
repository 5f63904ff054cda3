import { isEncoding } from "../../src/csv/layout.ts"
import type { Request } from "../../src/ipc/requests.ts"
import { chooseFile, chooseTarget } from "../dialogs.ts"
import { given } from "../given.ts"
import type { Handlers } from "../ipc.ts"
import { readMapping, saveMapping } from "../mapping-file.ts"
import type { FileRequests } from "./file-requests.ts"
import type { Shared } from "./shared.ts"

/** What a person says of the columns of the file that is open; what was checked no longer holds then. */
export function columnRequests(
	{ answers: remembered, window, work }: Shared,
	files: FileRequests,
): Pick<Handlers, Extract<Request, `columns.${string}`>> {
	return {
		"columns.answer": async ({ question, chosen }) => {
			work.refuseWhileRunning()
			const source = work.opened
			source.answer(question, chosen)
			const { resumed, looked } = source
			if (resumed && !source.isOpen) remembered.confirm(looked.detection.layout.columns, resumed.reading.mapping)
			const { encoding } = source.answers
			if (question === "encoding" && encoding !== undefined && isEncoding(encoding)) {
				const { readAs, answers, carried } = source
				await files.read(source.file, { ...readAs, chosen: { ...readAs.chosen, encoding } })
				work.opened.forget(answers, carried)
			}
			return work.mapped()
		},
		"columns.say": (said) => {
			work.refuseWhileRunning()
			work.opened.say(given(said))
			return work.mapped()
		},
		"columns.forget": () => {
			work.refuseWhileRunning()
			remembered.forget(work.opened.looked.detection.layout.columns)
			work.opened.forget()
			return work.mapped()
		},
		"columns.save": async () => {
			const path = await chooseTarget(window(), "mapping.json", "Answers about columns")
			if (path !== undefined) await saveMapping(work.opened, path)
			return path !== undefined
		},
		"columns.load": async () => {
			work.refuseWhileRunning()
			const path = await chooseFile(window(), "Choose a file of answers", ["json"])
			if (path === undefined) return undefined
			work.opened.forget(await readMapping(path))
			return work.mapped()
		},
	}
}
