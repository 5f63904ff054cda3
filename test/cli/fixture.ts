import { writeFileSync } from "node:fs"
import { isAbsolute, join } from "node:path"
import { afterEach, beforeEach } from "vitest"
import { type Finished, newFolder, type Running, run, start } from "./command.ts"
import { type Merchant, startMerchant } from "./merchant.ts"

/** What a test of the command line has of its own: a merchant, a folder with everything in it, and an environment. */
export class Fixture {
	merchant!: Merchant
	folder!: string
	environment!: Record<string, string>

	/** Begins anew, with a private key. */
	async open(): Promise<void> {
		this.merchant = await startMerchant()
		this.folder = newFolder()
		this.environment = { INTERGIRO_API_KEY: this.merchant.key, INTERGIRO_IMPORT_HOME: this.path("home") }
	}

	path(...names: string[]): string {
		return join(this.folder, ...names)
	}

	write(name: string, content: string | Buffer): string {
		writeFileSync(this.path(name), content)
		return this.path(name)
	}

	/** Runs a file into a folder, which may be a name only, as fast as it goes; of options, the last holds. */
	run(file: string, out: string, ...more: string[]): Promise<Finished> {
		return run(this.#parameters(file, out, more), this.environment)
	}

	start(file: string, out: string, ...more: string[]): Running {
		return start(this.#parameters(file, out, more), this.environment)
	}

	#parameters(file: string, out: string, more: readonly string[]): string[] {
		const { url } = this.merchant
		const folder = isAbsolute(out) ? out : this.path(out)
		return ["run", file, "--out", folder, "--url", url, "--rate", "0", "--settle", "0.2", ...more]
	}
}

/** A fixture that is new for each test of the file. */
export function fixture(): Fixture {
	const own = new Fixture()
	beforeEach(() => own.open())
	afterEach(() => own.merchant.close())
	return own
}
