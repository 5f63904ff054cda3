import { it } from "vitest"
import { isBrief } from "./sample.ts"

/** What takes long in a window, and is another way through what `npm test` goes through: with `npm run proof` alone. */
export const inProof = it.skipIf(isBrief)
