import { type CheckProgress, checkFile } from "../app/check/check-file.ts"
import type { CheckedFile } from "../app/check/checked-file.ts"
import { type OpenedFile, openFile } from "../app/check/open-file.ts"
import type { Reading } from "../app/check/reading.ts"
import { readingOfRun } from "../app/run-reading.ts"
import { RunRefused } from "../app/run-refused.ts"
import type { Layout } from "../csv/layout.ts"
import { defaultBrowser } from "../customer/check-options.ts"
import { allCleaning } from "../customer/cleaning.ts"
import { loadMapping } from "./mapping-file.ts"
import { checkLine, ProgressDisplay } from "./progress.ts"

export interface Prepared {
	readonly opened: OpenedFile
	readonly checked: CheckedFile
}

export interface PrepareOptions {
	/** File of a mapping, where one was given. */
	readonly mapping?: string
	/** What of the layout is not to be detected. */
	readonly layout?: Partial<Layout>
	/** Run folder: a run that has begun reads its file as it did before. */
	readonly folder?: string
	readonly signal: AbortSignal
}

/** Opens and checks a file, and shows how far it is. */
export async function prepare(
	path: string,
	{ mapping, layout = {}, folder, signal }: PrepareOptions,
): Promise<Prepared> {
	const opened = await openFile(path, layout)
	const reading = await readingOf(opened, folder)
	const chosen = {
		...reading,
		...(Object.keys(layout).length === 0 ? {} : { layout: opened.detection.layout }),
		...(mapping === undefined ? {} : { mapping: await loadMapping(mapping) }),
	}
	let progress: CheckProgress = { bytes: 0, size: opened.size, rows: 0, elapsed: 0 }
	const display = new ProgressDisplay(() => checkLine(progress.bytes, progress.size, progress.rows))
	try {
		const onProgress = (now: CheckProgress) => {
			progress = now
		}
		return { opened, checked: await checkFile(opened, { ...chosen, onProgress, signal }) }
	} finally {
		display.end()
	}
}

async function readingOf(opened: OpenedFile, folder: string | undefined): Promise<Reading> {
	const earlier = folder === undefined ? undefined : await readingOfFolder(folder, opened.size)
	return (
		earlier ?? {
			layout: opened.detection.layout,
			mapping: opened.proposal.mapping,
			options: { now: Date.now(), browser: defaultBrowser, cleaning: allCleaning },
		}
	)
}

/** How the run of a folder reads its file; nothing when there is no such run, or it is of another file. */
async function readingOfFolder(folder: string, size: number): Promise<Reading | undefined> {
	try {
		const run = await readingOfRun(folder)
		return run?.source.size === size ? run.reading : undefined
	} catch (error) {
		if (error instanceof RunRefused) throw error
		// Whatever is wrong with the journal is told when it is opened to be written.
		return undefined
	}
}
