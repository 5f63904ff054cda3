import { type BrowserWindow, ipcMain, type WebFrameMain } from "electron"
import { describeSystemError } from "../src/app/system-error.ts"
import { JournalFailed } from "../src/contract/record.ts"
import { UnreadableFile } from "../src/csv/layout.ts"
import { Refusal } from "../src/customer/refusal.ts"
import type { Told } from "../src/ipc/bridge.ts"
import type { Problem } from "../src/ipc/problem.ts"
import { type Argument, type Envelope, type Reply, type Request, requests } from "../src/ipc/requests.ts"
import { Refused } from "./refused.ts"
import { inWindow } from "./window-words.ts"

export type Handlers = { readonly [Name in Request]: (argument: Argument<Name>) => Promise<Reply<Name>> | Reply<Name> }

/** Answers the window's requests: only those of its own main frame, only by the contract. */
export function answerRequests(
	handlers: Handlers,
	isOwn: (frame: WebFrameMain) => boolean,
	onFault: (name: Request, error: unknown) => void,
) {
	ipcMain.handle("ask", async (event, name: unknown, argument: unknown): Promise<Envelope<Request>> => {
		if (event.senderFrame === null || !isOwn(event.senderFrame)) throw new Error("Not asked by the window.")
		if (!isRequest(name)) throw new Error("There is no such request.")
		return answer(handlers, name, argument, onFault)
	})
}

/** Hears from the preload, which the page cannot speak for, of files that a person dropped. */
export function hearOfDropped(choose: (path: string) => void, isOwn: (frame: WebFrameMain) => boolean) {
	ipcMain.on("dropped", ({ senderFrame }, path: unknown) => {
		if (senderFrame !== null && isOwn(senderFrame) && typeof path === "string") choose(path)
	})
}

export function tell(window: BrowserWindow | undefined, told: Told) {
	if (window && !window.isDestroyed()) window.webContents.send("tell", told)
}

async function answer<Name extends Request>(
	handlers: Handlers,
	name: Name,
	argument: unknown,
	onFault: (name: Request, error: unknown) => void,
): Promise<Envelope<Request>> {
	const parsed = requests[name].argument.safeParse(argument)
	if (!parsed.success)
		return { ok: false, problem: { message: `This cannot be used. ${parsed.error.issues[0]?.message ?? name}` } }
	try {
		return { ok: true, value: await handlers[name](parsed.data as Argument<Name>) }
	} catch (error) {
		onFault(name, error)
		return { ok: false, problem: problemOf(error) }
	}
}

/** Our own errors say what to do; those of the system what happened, in words. */
export function problemOf(error: unknown): Problem {
	if (!(error instanceof Error)) return { message: String(error) }
	const tip = error instanceof Refused || error instanceof UnreadableFile ? error.tip : undefined
	const own = error instanceof Refusal ? error.told : error.message
	const message = describeSystemError(error) ?? describeJournalError(error) ?? own
	const isChanged = error instanceof UnreadableFile && error.code === "file.changed"
	const ways = error instanceof Refused ? error.ways : isChanged ? { changed: true as const } : {}
	return { message: inWindow(message), ...(tip === undefined ? {} : { tip: inWindow(tip) }), ...ways }
}

/** What keeps a journal from being written is an error of the system below it. */
function describeJournalError(error: Error): string | undefined {
	if (!(error instanceof JournalFailed && error.cause instanceof Error)) return undefined
	const words = describeSystemError(error.cause)
	return words && error.message.replace(`${error.cause.message}.`, () => words)
}

function isRequest(name: unknown): name is Request {
	return typeof name === "string" && Object.hasOwn(requests, name)
}
