import "@fontsource-variable/inter/wght.css"
import "@mantine/core/styles.css"
import "uplot/dist/uPlot.min.css"
import "./app.css"
import { MantineProvider } from "@mantine/core"
import { StrictMode } from "react"
import { createRoot } from "react-dom/client"
import { App } from "./app.tsx"
import { ask } from "./ask.ts"
import { ErrorBoundary } from "./components/error-boundary.tsx"
import { keepPressesTogether } from "./pressed-twice.ts"
import { StoreProvider } from "./store.tsx"
import { cssVariables, theme } from "./theme.ts"

keepPressesTogether(window)
const root = document.getElementById("root")
if (root)
	ask("state", undefined).then((state) =>
		createRoot(root).render(
			<StrictMode>
				<MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
					<ErrorBoundary>
						<StoreProvider initial={state}>
							<App />
						</StoreProvider>
					</ErrorBoundary>
				</MantineProvider>
			</StrictMode>,
		),
	)
