import { spawnSync } from "node:child_process"
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises"
import { createRequire } from "node:module"
import { tmpdir } from "node:os"
import { dirname, join, resolve } from "node:path"
import { afterAll, beforeAll, expect, it } from "vitest"

const root = resolve(import.meta.dirname, "../..")
const biome = join(dirname(createRequire(import.meta.url).resolve("@biomejs/biome/package.json")), "bin/biome")

const ipcMain = 'import { ipcMain } from "electron"\nipcMain.removeHandler("")\n'
const contextBridge = 'import { contextBridge, ipcRenderer } from "electron"\ncontextBridge.toString(ipcRenderer)\n'
const clock = "export const value = [Date.now(), Math.random(), new Date()]\n"
const files: Record<string, string> = {
	"electron/ipc.ts": ipcMain,
	"electron/dialogs.ts": ipcMain,
	"electron/preload.ts": contextBridge,
	"electron/window.ts": contextBridge,
	"src/run/engine.ts": clock,
	"src/customer/check.ts": clock,
	"src/app/run.ts": clock,
}
let folder: string
let report: string[]

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), "lint-"))
	for (const name of ["biome.json", "scripts/core.grit"]) await cp(join(root, name), join(folder, name))
	for (const [file, content] of Object.entries(files)) {
		await mkdir(dirname(join(folder, file)), { recursive: true })
		await writeFile(join(folder, file), content)
	}
	const argv = [biome, "lint", "--reporter=github", "--vcs-enabled=false"]
	report = spawnSync(process.execPath, argv, { cwd: folder, encoding: "utf8" }).stdout.split("\n")
})
afterAll(() => rm(folder, { recursive: true }))

const complaints = (file: string, about: string) =>
	report.filter((line) => line.includes(`file=${join(folder, file)},`) && line.includes(about)).length

it("keeps ipcMain in electron/ipc.ts, ipcRenderer and contextBridge in electron/preload.ts", () => {
	expect(complaints("electron/dialogs.ts", "Only electron/ipc.ts")).toBe(1)
	expect(complaints("electron/window.ts", "Only electron/ipc.ts")).toBeGreaterThan(0)
	expect(complaints("electron/ipc.ts", "Only electron/ipc.ts")).toBe(0)
	expect(complaints("electron/preload.ts", "Only electron/ipc.ts")).toBe(0)
})

it("keeps the time and chance of the machine out of the core", () => {
	expect(complaints("src/run/engine.ts", "its clock")).toBe(3)
	expect(complaints("src/customer/check.ts", "its clock")).toBe(3)
	expect(complaints("src/app/run.ts", "its clock")).toBe(0)
})
