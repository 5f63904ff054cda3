import { inWords, type Phrasebook, type Sentences, type Settled } from "./sentences.ts"

const folders = {
	mends: "another folder",
	key: "a new folder with a private key",
	"key-alone": "another folder with a private key, and with nothing else",
} as const

const options: Readonly<Record<Settled, string>> = {
	id: "--id",
	"id-number": "--id with --number",
	absent: "--absent",
	removed: "--removed",
	right: "--right",
}

/** @param what nothing where it is just said */
const saying = (by: string, what?: string) => (what === undefined ? `say so with ${by}` : `say with ${by} ${what}`)

/** What a person does at the command line, and with the files that it leaves. */
const phrasebook: Phrasebook = {
	"leave-out": "delete the row",
	"take-in": " (the button in the window)",
	"keep-row": " (--keep-rows, or the button in the window)",
	"confirm-number": " (--confirm-numbers, or the button in the window)",
	"choose-encoding": " (--encoding)",
	"choose-delimiter": " (--delimiter)",
	"choose-header": " (--header-row)",
	"switch-off-cleaning": " (in the settings, where you work in the window)",
	"join-rows": ` ("joinRows": true of a mapping, or the columns' screen of the window)`,
	"say-country": ` ("country" of the "constants" of a mapping, or the columns' screen of the window)`,
	"name-column": ({ field }) => ` ("${field}" in the "columns" of a mapping, or the columns' screen of the window)`,
	answer: ({ name }) => ` ("${name}" of a mapping, or the question)`,
	map: ({ as }) => ` (${as} of a mapping)`,
	import: "run",
	"import-rest": ({ as }) => (as === "mended" ? "run this file" : "run this file again as it is"),
	mend: "mend the row of errors.csv and run that file",
	"mend-with-it": "the row of errors.csv is run with it",
	"go-on": (way) => (way.with === "rest" ? "run the same command again to go on" : "run the same command again"),
	"snake-case": "start again with --letter-case snake, and have what was created completed",
	"accept-differences": "start again with --accept-differences to go on",
	"look-again": "run the same command again with a private key",
	list: "run again with a private key",
	"look-first": " Running this file looks it up first where the key can list, and sends nothing blindly.",
	"forget-run": ({ run }) =>
		run === undefined
			? "; the command line takes --forget-run when what it sent is known otherwise"
			: ` Where that folder is gone for ever, --forget-run ${run} goes on without it.`,
	"import-anew": (way) => `run the file into ${folders[way.with ?? "mends"]}`,
	"begin-anew": "take another folder",
	"import-apart": ({ what }) =>
		what === "other"
			? "take another folder for another file"
			: "choose another run folder: a file that a run has left behind, such as errors.csv, is run into a folder of its own",
	resume: "start it with the same ones again, by the command without options for them",
	"mend-after": "in its errors.csv, which is run into a folder of its own",
	move: ": --moved on the command line, a button in the app",
	"say-source": ": say where it is with --source",
	verify: "the command verify",
	"rebuild-ledger": "`intergiro-import ledger rebuild FOLDER…`",
	settle: ({ what, as }) => `${saying("settle", what)}${as === undefined ? "" : ` (${options[as]})`}`,
	"settle-instead": ({ what, as }) => saying(options[as], what),
	"settle-number": ({ number }) => `say so with --number ${number}`,
	"says-absent": "says so with settle --absent",
	"settle-which": "say which with settle: --id when it is the same, --absent when it is another one",
	"settle-there": "say so in the folder of that run with settle: --id when it is, --absent when it is not",
	"settle-card": ({ folder, again }) =>
		folder === undefined
			? `say ${again ? "of that" : "with settle whether it is there:"} --card-stored or --card-absent`
			: `say of that run, in ${folder}, with settle whether its card is there: --card-stored or --card-absent`,
	"add-cards": ({ folder }) =>
		folder === undefined ? "by the same command with --add-cards" : `in ${folder}, by its command with --add-cards`,
	"add-new-card": "a file with number, name, e-mail and the new token, run with --add-cards into a folder of its own",
	"confirm-card": "say so with --add-cards --confirm-cards and its row",
	"say-card": ({ is, row, card }) =>
		`say so with --add-cards --confirm-cards ${row}${card === undefined ? "" : `.${card}`}=${is}`,
	"create-instead": "the same command without --add-cards creates the customer",
}

/** What is told, to who has the command line: in its output, in the files that it writes, and in the messages of errors. */
export function inCommands(told: Sentences): string {
	return inWords(told, phrasebook)
}
