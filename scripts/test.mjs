/** `npm test`: everything there is to check, on a machine that has nothing but Node and npm. Ends with the sum. */
import { spawn } from "node:child_process"
import { once } from "node:events"
import { mkdirSync, readFileSync, rmSync } from "node:fs"
import { join, relative } from "node:path"
import { describe, electronRuntime } from "./electron-runtime.mjs"
import { installSystemPackages } from "./system-packages.mjs"

const root = join(import.meta.dirname, "..")
const reports = join(root, ".cache", "test")
let passed = 0
let failed = 0
/** What failed and why, told again at the end: of a long log the end is what is kept. */
const failures = []

if (await prepare()) {
	await check("build")
	await Promise.all(["check:types", "check:lint", "check:architecture", "bench:quick"].map(check))
	await tests("unit")
	await tests("e2e")
}
for (const failure of failures) console.log(`\n✗ ${failure}`)
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0

async function prepare() {
	try {
		installSystemPackages()
		console.log(describe(await electronRuntime()))
		return true
	} catch (error) {
		console.error(error.message)
		failed++
		return false
	}
}

/** What it says stands together, whatever goes on beside it. */
async function check(script) {
	const child = spawn("npm", ["run", "--silent", script], {
		cwd: root,
		stdio: ["ignore", "pipe", "pipe"],
		shell: process.platform === "win32",
	})
	const said = []
	for (const stream of [child.stdout, child.stderr]) stream.on("data", (bytes) => said.push(bytes))
	const isGood = await succeeds(child)
	console.log(`\n▸ ${script}\n${Buffer.concat(said)}`)
	if (isGood) passed++
	else {
		failed++
		failures.push(`npm run ${script}`)
	}
}

/** Counts tests, and as failed whatever fails beside them: a file that does not load, an error nobody caught. */
async function tests(project) {
	console.log(`\n▸ ${project} tests`)
	const report = join(reports, `${project}.json`)
	rmSync(report, { force: true })
	mkdirSync(reports, { recursive: true })
	const vitest = join(root, "node_modules", "vitest", "vitest.mjs")
	const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`]
	const { ended, said } = await executeHearing(process.execPath, [vitest, "run", "--project", project, ...reporters])
	const result = read(report)
	passed += result.numPassedTests
	const others = result.testResults.filter(
		({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
	)
	const seen = result.numFailedTests + others.length
	failed += ended ? seen : Math.max(seen, 1)
	failures.push(...result.testResults.flatMap(failuresOf))
	if (!ended && seen === 0) failures.push(`${project} tests: an error beside the tests\n${said}`)
}

function failuresOf({ name, status, message, assertionResults }) {
	const file = relative(root, name)
	if (assertionResults.length === 0) return status === "failed" ? [`${file}\n${message}`] : []
	return assertionResults
		.filter((one) => one.status === "failed")
		.map(({ fullName, failureMessages }) => `${file}: ${fullName}\n${failureMessages.join("\n").slice(0, 2_000)}`)
}

function read(report) {
	try {
		return JSON.parse(readFileSync(report, "utf8"))
	} catch {
		return { numPassedTests: 0, numFailedTests: 0, testResults: [] }
	}
}

/** Executes, and keeps the end of what is said to standard error: Vitest's report as JSON has no errors beside the tests. */
async function executeHearing(command, argv) {
	const child = spawn(command, argv, { cwd: root, stdio: ["inherit", "inherit", "pipe"] })
	let said = ""
	child.stderr.setEncoding("utf8").on("data", (text) => {
		process.stderr.write(text)
		said = (said + text).slice(-8_000)
	})
	return { ended: await succeeds(child), said }
}

/** Whether it ends well; what cannot be started does not. */
async function succeeds(child) {
	try {
		const [status] = await once(child, "close")
		return status === 0
	} catch (error) {
		console.error(error.message)
		return false
	}
}
