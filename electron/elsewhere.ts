import type { CheckedFile } from "../src/app/check/checked-file.ts"
import { sentElsewhere } from "../src/app/sent-elsewhere.ts"
import type { Plan } from "../src/ipc/run.ts"
import type { Environment } from "../src/ipc/settings.ts"
import type { Shared } from "./requests/shared.ts"

/**
 * The other merchant at which a file was imported, or to which its card tokens were sent: by the history, which knows the file, and by the
 * ledgers, which know the tokens. Nothing for a rehearsal, which sends nothing.
 */
export async function elsewhereOf(
	{ environments, history, home }: Pick<Shared, "environments" | "history" | "home">,
	environment: Pick<Environment, "id" | "url">,
	file: CheckedFile,
): Promise<Plan["elsewhere"]> {
	const merchant = environments.merchantOf(environment) ?? history.merchantIn(environment.id)
	const named = environments.merchantNamed(environment)
	if (merchant === undefined || named === undefined) return undefined
	const before = history.of(file.source.sha256).find((run) => {
		const { created, existed = 0, environment } = run.reference
		const isOther = run.merchantAt !== undefined && !run.merchantAt.startsWith(`${named} at `)
		return isOther && run.merchant !== merchant && environment.kind !== "sandbox" && created > existed
	})
	if (before?.merchantAt) return { merchant: before.merchantAt, at: before.reference.started }
	const { run: _, ...sent } = (await sentElsewhere(home, merchant, named, file)) ?? {}
	return "at" in sent ? sent : undefined
}
