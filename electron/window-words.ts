import { withPathWords } from "../src/customer/path-words.ts"
import { inWords, type Phrasebook, type Sentences } from "../src/customer/sentences.ts"

/** What a person does in the window. */
const phrasebook: Phrasebook = {
	"leave-out": "leave this row out",
	"take-in": " (the button at the row)",
	"keep-row": " (the button at the row)",
	"confirm-number": " (the button at the row)",
	"choose-encoding": " (on the File screen)",
	"choose-delimiter": " (on the File screen)",
	"choose-header": " (on the File screen)",
	"switch-off-cleaning": " in the settings",
	"join-rows": " (on the Columns screen)",
	"say-country": " (on the Columns screen)",
	"name-column": " (on the Columns screen)",
	answer: " (at its question)",
	// Nothing asks it here.
	map: "",
	import: "import",
	"import-rest": ({ as }) => (as === "mended" ? "import it again" : "import it again as it is"),
	mend: "mend its row, and import it again from here",
	"mend-with-it": "its row is mended with it and imported again from here",
	"go-on": "go on with the import",
	"look-again": "look again with the button of the result and a private key",
	list: "look again with a private key",
	// There is a button for it.
	"look-first": "",
	"forget-run": "",
	settle: ({ what }) =>
		`say ${what === undefined ? "so " : ""}at its row in the result${what === undefined ? "" : ` ${what}`}`,
	"settle-which": "say which at its row in the result",
	"settle-there": "say so at its row in the result of that import",
	"settle-card": ({ folder }) =>
		`say at its row in the result${folder === undefined ? " whether it" : " of that import whether its card"} is there`,
	"add-cards": 'with the button "Add … cards…" of the result',
	"add-new-card":
		'open a file with number, name, e-mail and the new token, and import it. Its result has the button "Add 1 card…"',
	"confirm-card": "say so at the cards to add of the result",
	"create-instead": "importing it again from here creates the customer",
}

/** What is said of commands, and what a person does in the window instead; the longer before what is in it. */
const inWindow: readonly (readonly [RegExp, string])[] = [
	[
		/\bstart again with --letter-case snake, and have what was created completed\b/g,
		"choose that in the settings, and have what was created completed",
	],
	[/\bstart again with --accept-differences to go on\b/g, "go on with the rest, and accept it"],
	[/\bRun the same command again\b/g, "Go on with the import"],
	[/\brun the same command again\b/g, "go on with the import"],
	[/\bsay so with --number (?=\S)/g, "say so with its customer number there, "],
	[/: --card-stored or --card-absent\b/g, ""],
	[/ Take another folder for another file\./g, " Open that file to import it by itself."],
	[
		/\brun the file into another folder with a private key, and with nothing else: it lists\b/g,
		"open the file and import it anew, in an environment with a private key and in no other: it lists",
	],
	[/\bStart it with the same ones again, by the command without options for them\b/g, "Resume it from the history"],
	[
		/\bis mended in its errors\.csv, which is run into a folder of its own\b/g,
		"is mended after its end, from its result",
	],
]

/** What people are told, for who has buttons, and with fields as the columns call them. */
export function forWindow(told: Sentences): string {
	return withPathWords(
		inWindow.reduce((text, [command, words]) => text.replace(command, words), inWords(told, phrasebook)),
	)
}
