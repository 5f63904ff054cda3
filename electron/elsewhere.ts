import type { CheckedFile } from "../src/app/check/checked-file.ts"
import { sentElsewhere } from "../src/app/sent-elsewhere.ts"
import type { Environment, Plan } from "../src/ipc.ts"
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
	if (merchant === undefined) return undefined
	const before = history.of(file.source.sha256).find((run) => {
		const { created, existed = 0, environment } = run.reference
		return (
			run.merchant !== undefined && run.merchant !== merchant && environment.kind !== "sandbox" && created > existed
		)
	})
	if (before) return { merchant: before.merchantAt ?? before.reference.environment.name, at: before.reference.started }
	const { run: _, ...sent } = (await sentElsewhere(home, merchant, file)) ?? {}
	return "at" in sent ? sent : undefined
}
