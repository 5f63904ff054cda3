import type { RunReference } from "../src/ipc/run.ts"
import { summaryOf } from "./result.ts"

const named = /\b([Rr])un ((?:sandbox-)?\d{14}-[0-9a-f]{6})\b/g

type Import = Pick<RunReference, "file" | "started">

/** What the folders of imports call their runs, for the words of people: nobody knows an import by that. */
export class RunNames {
	/** By folder: nothing while it has no files. */
	readonly #names = new Map<string, string>()

	/** @param when how a moment in ISO 8601 is written */
	constructor(private readonly when: (at: string) => string) {}

	/** How what is told of runs is told of these imports. */
	async teller(imports: readonly RunReference[]): Promise<(text: string) => string> {
		const byName = new Map<string, Import>()
		for (const one of imports) {
			const known = this.#names.get(one.folder) ?? (await summaryOf(one).catch(() => undefined))?.run
			if (known === undefined) continue
			this.#names.set(one.folder, known)
			byName.set(known, one)
		}
		return (text) => withFiles(text, byName, this.when)
	}
}

/** The same text with the files of runs in place of their names; of others it stays. */
export function withFiles(text: string, byName: ReadonlyMap<string, Import>, when: (at: string) => string): string {
	return text.replace(named, (whole, first: string, name: string) => {
		const one = byName.get(name)
		return one === undefined ? whole : `${first === "R" ? "The" : "the"} import of ${one.file} (${when(one.started)})`
	})
}
