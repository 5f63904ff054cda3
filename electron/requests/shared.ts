import type { BrowserWindow } from "electron"
import type { Answers } from "../../src/app/answers.ts"
import type { RunEvent } from "../../src/contract/progress.ts"
import type { Told } from "../../src/ipc/bridge.ts"
import type { Environments } from "../environments.ts"
import type { History } from "../history.ts"
import type { KeptMends } from "../kept-mends.ts"
import type { Preferences } from "../settings.ts"
import type { Work } from "../work.ts"

/** What all handlers of requests share: the window, what is worked on, and what is kept on the disk. */
export interface Shared {
	readonly home: string
	/** Where new run folders are made, unless a person chose another folder. */
	readonly runs: string
	readonly window: () => BrowserWindow
	readonly tell: (told: Told) => void
	/** Hears what a run does, for the log. */
	readonly hear: (event: RunEvent) => void
	readonly work: Work
	readonly preferences: Preferences
	readonly answers: Answers
	readonly environments: Environments
	readonly history: History
	readonly mends: KeptMends
}
