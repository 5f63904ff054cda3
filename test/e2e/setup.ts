import type { TestProject } from "vitest/node"
import { electronRuntime, requiredFlags } from "../../scripts/electron-runtime.mjs"

declare module "vitest" {
	interface ProvidedContext {
		readonly electron: { readonly executable: string; readonly flags: string[] }
	}
}

export default async function setup(project: TestProject) {
	project.provide("electron", { executable: (await electronRuntime()).executable, flags: requiredFlags() })
}
