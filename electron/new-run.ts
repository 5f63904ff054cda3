import { join } from "node:path"
import type { CheckedFile } from "../src/app/check/checked-file.ts"
import type { Environment } from "../src/ipc.ts"
import type { PastRun } from "./history.ts"

/** A run that is about to begin, in a folder of its own below `runs`, named so that a person finds it. */
export function newRun(
	file: CheckedFile,
	{ id: environment, name, kind }: Environment,
	path: string,
	runs: string,
	merchant: string | undefined,
): PastRun {
	const { name: fileName, sha256 } = file.source
	const started = new Date().toISOString()
	const stamp = started.slice(0, 19).replaceAll(":", "").replace("T", " ")
	const id = `${stamp} ${fileName.replace(/[^\p{L}\p{N}._ -]/gu, "_")}`
	return {
		path,
		sha256,
		environment,
		...(merchant === undefined ? {} : { merchant }),
		reference: {
			id,
			file: fileName,
			folder: join(runs, id),
			environment: { name, kind },
			started,
			state: "running",
			rows: file.rows,
			created: 0,
			open: file.rows,
			looked: false,
		},
	}
}
