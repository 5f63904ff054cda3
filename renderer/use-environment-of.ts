import type { RunReference } from "../src/ipc/run.ts"
import type { Environment } from "../src/ipc/settings.ts"
import { useStore } from "./store.tsx"

/** The environment of a run as it is now; nothing when it was removed. */
export function useEnvironmentOf({ environment }: RunReference): Environment | undefined {
	const { environments } = useStore().state.app
	return environments.find(({ id }) => id === environment.id)
}
