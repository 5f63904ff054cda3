import type { RunSnapshot } from "../contract/progress.ts"
import type { Problem } from "./problem.ts"
import type { Argument, Envelope, Request } from "./requests.ts"
import type { Result } from "./result.ts"
import type { RunReference } from "./run.ts"

export type MenuCommand = "open" | "settings" | "history" | "import" | "next" | "back" | "search"

/** What the main process tells the window of its own accord. */
export type Told =
	| { readonly type: "checking"; readonly done: number; readonly share: number }
	| { readonly type: "progress"; readonly snapshot: RunSnapshot }
	/** Something worth reading while it runs: a 429, a wait for another run. */
	| { readonly type: "notice"; readonly at: string; readonly message: string }
	/** `unfinished`: the imports that are offered to go on now. */
	| { readonly type: "finished"; readonly result: Result; readonly unfinished: readonly RunReference[] }
	/** The run ended without files; the journal has everything. */
	| {
			readonly type: "failed"
			readonly problem: Problem
			readonly run?: RunReference
			readonly unfinished?: readonly RunReference[]
	  }
	/** Something could not be kept on this computer. */
	| { readonly type: "warning"; readonly message: string }
	/** A file waits that was opened from outside: "open with", or a second start of the app. */
	| { readonly type: "waiting" }
	/** How far a workbook is read, from 0 to 1. */
	| { readonly type: "reading"; readonly share: number }
	| { readonly type: "command"; readonly command: MenuCommand }

/** What the preload gives the window. */
export interface Bridge {
	ask<Name extends Request>(name: Name, argument: Argument<Name>): Promise<Envelope<Name>>
	/** @returns how to stop listening */
	listen(listener: (told: Told) => void): () => void
	/** Where a dropped file lies. */
	pathOf(file: object): string
}
