import { nativeTheme } from "electron"
import type { Request } from "../../src/ipc/requests.ts"
import type { Settings } from "../../src/ipc/settings.ts"
import { confirmOtherMerchant, confirmRemoval } from "../dialogs.ts"
import { given } from "../given.ts"
import type { Handlers } from "../ipc.ts"
import type { Shared } from "./shared.ts"

/** Settings, and the environments with their keys. */
export function settingRequests(
	shared: Shared,
): Pick<Handlers, Extract<Request, `settings.${string}` | `environment.${string}`>> {
	const { environments, history, preferences, window } = shared
	return {
		"settings.save": (settings) => {
			preferences.change(given(settings))
			const saved = currentSettings(shared)
			nativeTheme.themeSource = saved.theme === "auto" ? "system" : saved.theme
			return saved
		},
		"environment.save": (environment) =>
			environments.save(environment, async ({ id, name, before, after }) => {
				const imports = history.unfinishedIn(id, after.merchant)
				// Nothing is known of whose it was, and nothing needs it to stay so.
				if (before.merchant === undefined && imports.length === 0) return true
				return confirmOtherMerchant(window(), { name, before: before.at, after: after.at, imports })
			}),
		"environment.remove": async ({ id }) => {
			const { name } = environments.get(id)
			const isMeant = await confirmRemoval(window(), name, history.unfinishedIn(id))
			return isMeant ? environments.remove(id) : environments.list()
		},
	}
}

/** The settings, in the sandbox where the environment that was chosen is gone. */
export function currentSettings({ environments, preferences }: Shared): Settings {
	const { settings } = preferences
	const known = environments.list().some(({ id }) => id === settings.environment)
	return known ? settings : { ...settings, environment: "sandbox" }
}
