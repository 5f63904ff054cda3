import { join } from "node:path"
import type { EnvironmentIdentity } from "../contract/record.ts"
import { type Client, type Connection, connect } from "../intergiro/client.ts"
import { environmentIdentity } from "../intergiro/key.ts"
import type { LetterCase } from "../intergiro/letter-case.ts"
import { startSandbox } from "../sandbox/server.ts"
import { RunRefused } from "./run-refused.ts"

/** Where a run creates its customers. */
export type Target =
	| (Connection & { readonly kind: "server" })
	/** A sandbox of the run's own; its customers are kept in the run folder, so that the run can be resumed. */
	| {
			readonly kind: "sandbox"
			readonly latency?: number
			readonly rateLimit?: number
			readonly public?: boolean
			readonly letterCase?: LetterCase
	  }

export interface Opened {
	readonly api: Client
	readonly identity: EnvironmentIdentity
	close(): Promise<void>
}

/**
 * The same for what a run created: what another merchant has says nothing of it. Rejects with `RunRefused` too.
 * @param merchant the run's own
 */
export async function openOwnTarget(target: Target, folder: string, merchant: string): Promise<Opened> {
	const opened = await openTarget(target, folder)
	if (opened.identity.merchant === merchant) return opened
	await opened.close()
	throw new RunRefused("other-environment", "The key is not one of this run's merchant. Nothing was changed.")
}

/** Rejects with `UnusableUrl` or `UnusableKey` before anything is sent. */
export async function openTarget(target: Target, folder: string): Promise<Opened> {
	if (target.kind === "server") {
		const api = connect(target)
		return { api, identity: environmentIdentity(new URL(target.url), target.key), close: () => api.close() }
	}
	const { latency, rateLimit, letterCase } = target
	const sandbox = await startSandbox({
		state: join(folder, "sandbox.log"),
		...(latency === undefined ? {} : { latency }),
		...(rateLimit === undefined ? {} : { rateLimit }),
	})
	const key = target.public ? sandbox.publicKey : sandbox.privateKey
	const api = connect({ url: sandbox.url, key, ...(letterCase === undefined ? {} : { letterCase }) })
	return {
		api,
		identity: environmentIdentity(new URL(sandbox.url), key),
		async close() {
			await api.close()
			await sandbox.close()
		},
	}
}
