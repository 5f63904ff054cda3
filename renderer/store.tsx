import { createContext, type Dispatch, type ReactNode, useContext, useEffect, useMemo, useReducer } from "react"
import type { AppState } from "../src/ipc/state.ts"
import { problemOf } from "./ask.ts"
import { type Action, begin, reduce, type State } from "./state.ts"

interface Store {
	readonly state: State
	readonly dispatch: Dispatch<Action>
	/** Does what may be declined; shows why when it is. */
	attempt(work: () => Promise<void>): Promise<void>
}

const Context = createContext<Store | undefined>(undefined)

export function StoreProvider({ initial, children }: { initial: AppState; children: ReactNode }) {
	const [state, dispatch] = useReducer(reduce, initial, begin)
	useEffect(() => window.intergiro.listen((told) => dispatch({ type: "told", told })), [])
	const store = useMemo(
		() => ({
			state,
			dispatch,
			async attempt(work: () => Promise<void>) {
				try {
					await work()
				} catch (error) {
					dispatch({ type: "problem", problem: problemOf(error) })
				}
			},
		}),
		[state],
	)
	return <Context value={store}>{children}</Context>
}

export function useStore(): Store {
	const store = useContext(Context)
	if (!store) throw new Error("There is no store above this component.")
	return store
}
