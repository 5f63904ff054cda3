import { type BrowserWindow, ipcMain, type WebFrameMain } from "electron"
import { describeSystemError } from "../src/app/system-error.ts"
import {
	type Argument,
	type Envelope,
	type Problem,
	type Reply,
	type Request,
	requests,
	type Told,
} from "../src/ipc.ts"
import { Refused } from "./refused.ts"

export type Handlers = { readonly [Name in Request]: (argument: Argument<Name>) => Promise<Reply<Name>> | Reply<Name> }

/** Answers the window's requests: only those of its own main frame, only by the contract. */
export function answerRequests(handlers: Handlers, isOwn: (frame: WebFrameMain) => boolean) {
	ipcMain.handle("ask", async (event, name: unknown, argument: unknown): Promise<Envelope<Request>> => {
		if (event.senderFrame === null || !isOwn(event.senderFrame)) throw new Error("Not asked by the window.")
		if (!isRequest(name)) throw new Error("There is no such request.")
		return answer(handlers, name, argument)
	})
}

export function tell(window: BrowserWindow | undefined, told: Told) {
	if (window && !window.isDestroyed()) window.webContents.send("tell", told)
}

async function answer<Name extends Request>(
	handlers: Handlers,
	name: Name,
	argument: unknown,
): Promise<Envelope<Request>> {
	const parsed = requests[name].argument.safeParse(argument)
	if (!parsed.success)
		return { ok: false, problem: { message: `This cannot be used. ${parsed.error.issues[0]?.message ?? name}` } }
	try {
		return { ok: true, value: await handlers[name](parsed.data as Argument<Name>) }
	} catch (error) {
		return { ok: false, problem: problemOf(error) }
	}
}

/** Our own errors say what to do; those of the system what happened, in words. */
export function problemOf(error: unknown): Problem {
	if (!(error instanceof Error)) return { message: String(error) }
	const tip = "tip" in error && typeof error.tip === "string" ? { tip: error.tip } : {}
	const message = describeSystemError(error) ?? error.message
	return { message, ...tip, ...(error instanceof Refused ? error.ways : {}) }
}

function isRequest(name: unknown): name is Request {
	return typeof name === "string" && Object.hasOwn(requests, name)
}
