import type { environmentOf } from "../app/verify.ts"
import { defaultUrl } from "./options.ts"

type Environment = Awaited<ReturnType<typeof environmentOf>>

/** Whether a key may go where a run folder says that its run went: not because a folder says so, which may be of anybody's making. */
export function isKnownServer({ url, known }: Environment): boolean {
	return known || url === defaultUrl
}
