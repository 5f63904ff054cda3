import { execFile } from "node:child_process"
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { promisify } from "node:util"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { installSystemPackages, windowsPackages } from "../../scripts/system-packages.mjs"

const run = promisify(execFile)
const root = resolve(import.meta.dirname, "../..")

/** Why nothing of it can be tried here. */
function hindrance(): string | undefined {
	if (process.platform !== "linux") return "tried with Debian's tools"
	try {
		installSystemPackages(windowsPackages)
		return undefined
	} catch (error) {
		return String(error)
	}
}

describe("the setup program for Windows", () => {
	let folder: string
	let reason: string | undefined
	beforeAll(() => {
		folder = mkdtempSync(join(tmpdir(), "import-setup-"))
		reason = hindrance()
		// What stands for the app: its files are there, and none of them runs.
		for (const path of [
			"Intergiro Customer Import.exe",
			"resources/app.asar",
			"bin/intergiro-import.cmd",
			"licenses/main.md",
		]) {
			mkdirSync(join(folder, "app", path, ".."), { recursive: true })
			writeFileSync(join(folder, "app", path), `placeholder of ${path}`)
		}
	}, 600_000)
	afterAll(() => rmSync(folder, { recursive: true, force: true }))

	const setup = () => join(folder, "Intergiro-Customer-Import.exe")
	const compile = () => {
		const defined = [`-DAPP=${join(folder, "app")}`, `-DOUT=${setup()}`, "-DVERSION=0.1.0"]
		return run("makensis", ["-WX", "-V2", ...defined, join(root, "build/setup.nsi")])
	}

	it("compiles, without a warning, on a folder of placeholders", async (context) => {
		context.skip(reason !== undefined, reason)
		await compile()
		expect(readFileSync(setup()).subarray(0, 2).toString()).toBe("MZ")
	})

	it("can be signed: with a certificate that this test made, which nobody trusts", async (context) => {
		context.skip(reason !== undefined, reason)
		await compile()
		const [key, certificate, signed] = ["key.pem", "certificate.pem", "signed.exe"].map((name) =>
			join(folder, name),
		) as [string, string, string]
		const subject = ["-subj", "/CN=Test of a signature", "-addext", "extendedKeyUsage=codeSigning"]
		await run("openssl", [
			"req",
			"-x509",
			"-newkey",
			"rsa:2048",
			"-nodes",
			"-days",
			"1",
			"-keyout",
			key,
			"-out",
			certificate,
			...subject,
		])
		const signing = ["sign", "-certs", certificate, "-key", key, "-h", "sha256", "-n", "Intergiro Customer Import"]
		await run("osslsigncode", [...signing, "-in", setup(), "-out", signed])
		const verify = (path: string) => run("osslsigncode", ["verify", "-CAfile", certificate, "-in", path])
		expect((await verify(signed)).stdout).toMatch(/Signature verification: ok/)
		// A byte of it changed, and it is none any more.
		const broken = readFileSync(signed)
		broken[1_000] = (broken[1_000] ?? 0) ^ 1
		writeFileSync(join(folder, "broken.exe"), broken)
		await expect(verify(join(folder, "broken.exe"))).rejects.toThrow()
	})
})
