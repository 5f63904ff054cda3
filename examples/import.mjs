/**
 * The core as a library: checks a file and creates its customers on a sandbox, as `node examples/import.mjs FILE FOLDER`. For real, the
 * target is `{ kind: "server", url, key }`, with a key from wherever you keep such.
 */
import { checkCustomers, defaultSettings, openRun, Refusal, verifyRun } from "intergiro-customer-import"

const [, , file, folder] = process.argv
if (file === undefined || folder === undefined) {
	console.error("node examples/import.mjs FILE FOLDER")
	process.exit(2)
}
const home = `${folder}-home`
/** @type {import("intergiro-customer-import").Target} */
const target = { kind: "sandbox" }

try {
	const checked = await checkCustomers(file, { home })
	const { questions, counts, decided } = checked.file
	console.log(`${counts.valid + counts.warning} rows can be sent, ${counts.error} cannot.`)
	if (decided === undefined) {
		for (const { text } of questions) console.error(text)
		process.exit(2)
	}
	const run = await openRun({
		inputs: [file],
		checked: decided,
		folder,
		home,
		target,
		settings: { ...defaultSettings, rate: 0 },
		observe: (event) => {
			if (event.type === "outcome") console.log(`Row ${event.row}: ${event.kind}`)
		},
	})
	const { summary, stop, warnings } = await run.start()
	await checked.close()
	for (const warning of warnings) console.error(warning)
	if (stop !== undefined || summary === undefined) process.exit(3)
	const { lines, same } = await verifyRun({ folder, home, target, rate: 0 })
	console.log(`${summary.customers} customers exist, and ${same} of ${lines} are as they were sent.`)
} catch (error) {
	// Whatever is wrong with the file, the key or the folder, in words for people.
	if (!(error instanceof Refusal)) throw error
	console.error(error.message)
	process.exit(2)
}
