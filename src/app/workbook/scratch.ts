import { rmSync } from "node:fs"
import { mkdir, mkdtemp, readdir, rm } from "node:fs/promises"
import { join } from "node:path"

/**
 * A folder for what is needed only as long as this program works with a file, readable to nobody else. It goes with the program, however
 * that ends; what was left when one was killed goes when the next one begins.
 */
export async function scratchFolder(home: string): Promise<{ readonly path: string; remove(): Promise<void> }> {
	const parent = parentIn(home)
	await mkdir(parent, { recursive: true, mode: 0o700 })
	await sweepScratch(home)
	const path = await mkdtemp(join(parent, `${process.pid}-`))
	const removeNow = () => rmSync(path, { recursive: true, force: true })
	process.once("exit", removeNow)
	return {
		path,
		async remove() {
			process.off("exit", removeNow)
			await rm(path, { recursive: true, force: true })
		},
	}
}

/** Removes what programs left that were killed. */
export async function sweepScratch(home: string): Promise<void> {
	const parent = parentIn(home)
	for (const name of await readdir(parent).catch(() => []))
		if (!isAlive(Number.parseInt(name, 10))) await rm(join(parent, name), { recursive: true, force: true })
}

function parentIn(home: string): string {
	return join(home, "sheets")
}

function isAlive(pid: number): boolean {
	try {
		return Number.isInteger(pid) && process.kill(pid, 0)
	} catch (error) {
		// Somebody else's process is one, too.
		return error instanceof Error && "code" in error && error.code === "EPERM"
	}
}
