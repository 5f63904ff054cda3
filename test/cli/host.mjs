/**
 * Runs the built command line again and again in one process, which has loaded it by then: a start takes longer than all that most
 * tests do. Each command has its own parameters, environment, folder and exit status; what it says is sent back.
 */
import { pathToFileURL } from "node:url"

const [, , program] = process.argv
let turn = 0

/** What is written to a stream from here on. */
function hear(stream) {
	const heard = []
	stream.write = (chunk, encoding, done) => {
		heard.push(Buffer.from(chunk))
		const callback = typeof encoding === "function" ? encoding : done
		if (callback) process.nextTick(callback)
		return true
	}
	return () => Buffer.concat(heard).toString()
}

process.on("message", async ({ parameters, environment, cwd }) => {
	process.argv = [process.execPath, program, ...parameters]
	process.env = environment
	process.chdir(cwd)
	process.exitCode = undefined
	const stdout = hear(process.stdout)
	const stderr = hear(process.stderr)
	// Under another address it is another module: it does its work once more, with all that it imports still there.
	await import(`${pathToFileURL(program).href}?${turn++}`)
	const status = process.exitCode ?? 0
	process.exitCode = undefined
	for (const stream of [process.stdout, process.stderr]) stream.removeAllListeners("error")
	process.send({ status, stdout: stdout(), stderr: stderr() })
})
process.on("disconnect", () => process.exit())
