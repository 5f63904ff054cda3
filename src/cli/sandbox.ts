import { startSandbox } from "../sandbox/server.ts"
import { onInterrupt } from "./interrupt.ts"
import { type Exit, exit, print } from "./output.ts"

export interface SandboxCommandOptions {
	readonly port: number
	/** Milliseconds. */
	readonly latency: number
	/** Requests per second before 429; 0 for no limit. */
	readonly rateLimit: number
	/** Names of fields that it does not keep. */
	readonly drop?: readonly string[]
	readonly answerSnakeCase?: boolean
	readonly onlySnakeCase?: boolean
	readonly forgetCards?: boolean
	/** File that keeps the customers. */
	readonly state?: string
}

/** Runs the stand-in server until it is interrupted. */
export async function sandbox(options: SandboxCommandOptions): Promise<Exit> {
	const { drop = [], answerSnakeCase = false, onlySnakeCase = false, forgetCards = false } = options
	const server = await startSandbox({
		...options,
		quirks: {
			drops: drop,
			answersInSnakeCase: answerSnakeCase,
			takesSnakeCaseOnly: onlySnakeCase,
			forgetsCards: forgetCards,
		},
	})
	print(`url          ${server.url}`)
	print(`private key  ${server.privateKey}`)
	print(`public key   ${server.publicKey}`)
	print("Requests are answered until you interrupt this with Ctrl+C.")
	await new Promise<void>((resolve) => onInterrupt("Stopping.", resolve))
	await server.close()
	return exit.done
}
