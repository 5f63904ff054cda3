#!/usr/bin/env node
import { Command, CommanderError, Option } from "commander"
import { version } from "../../package.json" with { type: "json" }
import { encodings } from "../csv/layout.ts"
import { defaultSettings } from "../run/settings.ts"
import { confirmed, decimal, defaultUrl, delimiters, path, rows, singleRows, whole } from "./options.ts"
import { type Exit, exit, note, quietWarnings, surviveLostOutput } from "./output.ts"

const program = new Command("intergiro-import")
	.description(
		"Creates the customers of a CSV file or an Excel workbook at Intergiro: never twice, never lost, never in doubt without saying so.",
	)
	.version(version)
	.exitOverride()
	.configureOutput({
		// It has what was given in it; below it stands what may have been meant.
		outputError: (text) => note(text.replace(/\n$/, "").split(/\n(?=\(Did you mean )/)),
	})
	.showHelpAfterError("Add --help to see what there is.")
	.addHelpText(
		"after",
		`
Environment:
  INTERGIRO_API_KEY       the API key; a private one can look up what exists already
  INTERGIRO_IMPORT_HOME   where the ledger of what was created lives
  HTTPS_PROXY, NO_PROXY   the proxy

Exit status:
  0  every row created or already there     1  finished, some rows not created
  2  bad usage, unreadable input or an open question, nothing sent     3  stopped before the end, resumable
  4  finished, some rows in doubt     Where several hold: 2, 3, 4, 1, 0.`,
	)

const json = new Option("--json", "write events as JSON lines to stdout")
const mapping = new Option("--mapping <file>", "which column is what, as check --save-mapping writes it").argParser(
	path,
)
const leaveOutRest = new Option(
	"--leave-out-rest",
	"leave out what is in question and not needed: never the number, never card tokens",
)
const keepRows = new Option(
	"--keep-rows <list>",
	"rows that are customers whatever they look like, as in 3,17-20",
).argParser(rows)
const confirmNumbers = new Option(
	"--confirm-numbers <list>",
	"rows of an errors.csv or unknown.csv whose changed customer number is right, as in 3,17",
).argParser(singleRows)
const encoding = new Option("--encoding <name>", "read the file so, whatever is detected").choices(encodings)
const delimiter = new Option("--delimiter <name>", "what is between cells").choices(Object.keys(delimiters))
const sheet = new Option("--sheet <name>", "the sheet of a workbook, where several have something in them")
const headerRow = new Option("--header-row <number>", "where the header is, 0 for none").argParser(whole(0))
const url = new Option("--url <url>", "Intergiro's API: https, or http on this machine").default(defaultUrl)
const timeout = new Option("--timeout <seconds>", "how long to wait for an answer").argParser(decimal(0.1, 3_600))
const source = new Option(
	"--source <file>",
	"the file of the run, where its files are to be made anew and it is not beside the run folder",
).argParser(path)

/** An option that may be given several times. */
function collect(value: string, before: readonly string[] = []): readonly string[] {
	return [...before, value]
}

/** Runs a command and keeps its exit status. Loads no more than that command needs: each start would pay for the others. */
function does<Parameters extends unknown[]>(load: () => Promise<(...parameters: Parameters) => Promise<Exit>>) {
	return async (...parameters: Parameters) => {
		const command = await load()
		process.exitCode = await command(...parameters)
	}
}

program
	.command("check")
	.description("Read, map and check a file. Nothing is sent.")
	.argument("<file>", "the CSV file or Excel workbook", path)
	.addOption(encoding)
	.addOption(delimiter)
	.addOption(headerRow)
	.addOption(sheet)
	.addOption(mapping)
	.addOption(leaveOutRest)
	.addOption(keepRows)
	.addOption(confirmNumbers)
	.option("--save-mapping <file>", "write the mapping that was used, to be changed and given to --mapping", path)
	.option("--findings <file>", "write every finding as CSV", path)
	.addOption(json)
	.action(does(async () => (await import("./check.ts")).check))

program
	.command("run")
	.description("Check a file, then create its customers. The same command again resumes the run folder.")
	.argument("<file>", "the CSV file or Excel workbook", path)
	.requiredOption("--out <folder>", "the run folder: journal, results and errors", path)
	.addOption(url)
	.addOption(new Option("--sandbox", "use a sandbox of the run's own instead of a server").conflicts("url"))
	.option("--merchant <name>", "the merchant whose customers are created, as its key says, or the host of the URL")
	.option("--from-sandbox", "create for real what comes back from a run on the sandbox", false)
	.option(
		"--rate <number>",
		"requests per second; 0 for as fast as the server allows",
		decimal(0, 10_000),
		defaultSettings.rate,
	)
	.option("--concurrency <number>", "requests in flight at most", whole(1, 1_000), defaultSettings.concurrency)
	.addOption(encoding)
	.addOption(delimiter)
	.addOption(headerRow)
	.addOption(sheet)
	.addOption(mapping)
	.addOption(leaveOutRest)
	.addOption(keepRows)
	.addOption(confirmNumbers)
	.option("--confirm-columns", "what version 0.1.0 guessed for this run is right: go on with it", false)
	.option("--first <number>", "send at most so many rows, then stop", whole(1))
	.option(
		"--settle <seconds>",
		"how long a request may still take effect unanswered",
		decimal(0, 86_400),
		defaultSettings.settle / 1_000,
	)
	.option(
		"--patience <seconds>",
		"how long what cannot be reached is tried again before it stops",
		decimal(0, 86_400),
		defaultSettings.patience / 1_000,
	)
	.option("--resend-unknown", "send rows in doubt again that Intergiro does not list", false)
	.addOption(
		new Option("--letter-case <case>", "how the fields of requests are written")
			.choices(["camel", "snake"])
			.default("camel"),
	)
	.option("--accept-differences", "go on although customers come back other than they were sent", false)
	.option(
		"--add-cards",
		"add the cards of the file to customers who exist, and create nobody: needs a private key",
		false,
	)
	.addOption(
		new Option(
			"--confirm-cards <list>",
			"rows whose customer is the right one, although Intergiro has another name or e-mail, or the row has neither, as in 3,17; and cards that are another one than that of the same month there, and are added, or that one, as in 17=another,20=there",
		).argParser(confirmed),
	)
	.option("--moved", "the run folder comes from another computer, or the ledger was lost: it goes on here alone", false)
	.option(
		"--sent-elsewhere",
		"card tokens of the file were sent to another merchant, and are meant for this one too",
		false,
	)
	.option("--forget-run <run>", "do not wait any more for what a run of which nothing is left has sent", collect)
	.option("--no-preflight", "do not list what exists before sending")
	.option("--no-verify", "do not look at the end whether Intergiro has everybody")
	.option("--xlsx", "the files for people as Excel workbooks too, with every cell a text", false)
	.addOption(
		new Option("--results <what>", "results.csv with the file's own columns, card tokens left out, or without them")
			.choices(["short", "full"])
			.default("short"),
	)
	.addOption(timeout)
	.addOption(json)
	.action(does(async () => (await import("./run.ts")).run))

program
	.command("verify")
	.description("Read the customers back and compare them with the results of a run.")
	.argument("<folder>", "the run folder", path)
	.option("--url <url>", "another URL than the run's own")
	.addOption(timeout)
	.addOption(source)
	.addOption(json)
	.action(does(async () => (await import("./verify.ts")).verify))

program
	.command("report")
	.description("Write the report of a run as a page of HTML, to be printed, signed and filed.")
	.argument("<folder>", "the run folder", path)
	.option("--out <file>", "where to, instead of report.html in the run folder", path)
	.addOption(source)
	.action(does(async () => (await import("./report.ts")).report))

program
	.command("settle")
	.description("Say what became of a customer in doubt, or of its card, after looking at Intergiro.")
	.argument("<folder>", "the run folder", path)
	.argument("[number]", "the customer number, as unknown.csv or follow-up.csv has it")
	.option("--absent", "Intergiro does not have it: the next run sends it")
	.option("--id <identifier>", "Intergiro has it under this identifier")
	.option("--removed", "of a customer who is not listed any more: it was removed there on purpose")
	.option("--right", "of a customer who is other there than it was sent: it is right as it is")
	.option("--number <number>", "and under this customer number there, where it is another one")
	.option("--card-stored", "the card that was to be added is with the customer")
	.option("--card-absent", "the card is not there: the next run with --add-cards sends it once more")
	.addOption(
		new Option(
			"--spellings <which>",
			"of all customers at once who were not sent, as Intergiro has their numbers in another spelling: they are the same customers, or others, whom the next run creates",
		).choices(["same", "others"]),
	)
	.action(does(async () => (await import("./settle.ts")).settle))

program
	.command("ledger")
	.description("The record of what was created across runs, on this computer.")
	.command("rebuild")
	.description("Make it anew where it is damaged: from run folders and, with a private key, from what Intergiro lists.")
	.argument("[folders...]", "the folders of the merchant's runs")
	.addOption(url)
	.option(
		"--settle <seconds>",
		"how long a request may still take effect unanswered",
		decimal(0, 86_400),
		defaultSettings.settle / 1_000,
	)
	.addOption(timeout)
	.addOption(json)
	.action(does(async () => (await import("./ledger.ts")).ledgerRebuild))

program
	.command("sandbox")
	.description("A stand-in for Intergiro's API on this machine, until it is interrupted.")
	.option("--port <number>", "0 for any free one", whole(0, 65_535), 0)
	.option("--latency <milliseconds>", "from a request to its answer", whole(0, 60_000), 0)
	.option("--rate-limit <number>", "requests per second before it answers 429; 0 for no limit", whole(0), 0)
	.option("--drop <field>", "do not keep this field, such as zipCode; may be given several times", collect)
	.option("--answer-snake-case", "answer with names of fields in snake_case")
	.option("--only-snake-case", "take names of fields in camelCase for nothing")
	.option("--forget-cards", "spend card tokens, and keep no card")
	.option("--state <file>", "keep the customers in a file", path)
	.action(does(async () => (await import("./sandbox.ts")).sandbox))

program
	.command("template")
	.description("Write an empty file with the columns that are known, and a note for each: a workbook, or CSV.")
	.argument("[file]", "where to, ending in .xlsx or .csv", path, "customers.xlsx")
	.action(does(async () => (await import("./template.ts")).template))

program
	.command("demo")
	.description("A generated file of 1,000 customers into a sandbox, in ./demo.")
	.action(does(async () => (await import("./demo.ts")).demo))

surviveLostOutput()
quietWarnings()
try {
	// Not left to Commander: in an installed Electron that works as Node it looks for the arguments in another place.
	await program.parseAsync(process.argv.slice(2), { from: "user" })
} catch (error) {
	if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? exit.done : exit.usage
	else {
		const { explainError } = await import("./failure.ts")
		const { message, below = [], status } = explainError(error)
		note([message, ...below])
		process.exitCode = status
	}
}
