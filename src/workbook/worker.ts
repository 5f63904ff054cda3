import { parentPort, workerData } from "node:worker_threads"
import { UnreadableFile } from "../csv/layout.ts"
import { convert, type Wanted, type Workbook } from "./convert.ts"

/** What the thread says. */
export type Said =
	| { readonly type: "read"; readonly share: number }
	| { readonly type: "done"; readonly workbook: Workbook }
	| ({ readonly type: "unreadable" } & Pick<UnreadableFile, "code" | "told" | "tip">)

const port = parentPort
if (port === null) throw new Error("This is the entry of a worker thread")
const say = (said: Said) => port.postMessage(said)

const wanted: Wanted = workerData
let shared = 0
try {
	const workbook = await convert(wanted, (share) => {
		if (share - shared < 0.01) return
		shared = share
		say({ type: "read", share })
	})
	say({ type: "done", workbook })
} catch (error) {
	if (!(error instanceof UnreadableFile)) throw error
	const { code, told, tip } = error
	say({ type: "unreadable", code, told, tip })
}
