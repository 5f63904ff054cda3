import { withPathWords } from "../src/customer/path-words.ts"

/** What is said of commands, and what a person does in the window instead; the longer before what is in it. */
const inWindow: readonly (readonly [RegExp, string])[] = [
	[
		/\bRun the same command again with a private key, or look at Intergiro and say with settle what it has\./g,
		"Look again with the result's button, with a private key; or look at Intergiro yourself, and say at its row in the result what it has.",
	],
	[
		/\ba file with number, name, e-mail and the new token, run with --add-cards into a folder of its own\./g,
		'open a file with number, name, e-mail and the new token, and import it. Its result has the button "Add 1 card…".',
	],
	[
		/\bstart again with --letter-case snake, and have what was created completed\b/g,
		"choose that in the settings, and have what was created completed",
	],
	[/\bstart again with --accept-differences to go on\b/g, "go on with the rest, and accept it"],
	[/\bDelete the row\b/g, "Leave this row out"],
	[/\bdelete the row\b/g, "leave this row out"],
	[/\bRun the same command again\b/g, "Go on with the import"],
	[/\brun the same command again\b/g, "go on with the import"],
	[/\brunning the same command again\b/g, "going on with the import"],
	[/\bby the same command with --add-cards\b/g, 'with the button "Add … cards…" of the result'],
	[
		/\bthe same command without --add-cards creates the customer\b/g,
		"importing it again from here creates the customer",
	],
	[/\bsay so with --add-cards --confirm-cards and its row\b/g, "say so at the result's cards to add"],
	[/\b([Ss]a(?:y|ys|id)(?: so| which)?) with settle\b/g, "$1 at its row in the result"],
	[/\bsay so with --number (?=\S)/g, "say so with its customer number there, "],
	[/: --[a-z-]+ (?:when|where) [^,.;]+, --[a-z-]+ (?:when|where) [^,.;]+/g, ""],
	[/: --card-stored or --card-absent\b/g, ""],
	[/ \(--(?:id|absent|removed|right)(?:(?: with|,) --(?:number|absent))?\)/g, ""],
	[/\bmend the row of errors\.csv and run that file\b/g, "mend its row, and import it again from here"],
	[/\bthe row of errors\.csv is run with it\b/g, "its row is mended with it and imported again from here"],
	[/ Running this file looks it up first where the key can list, and sends nothing blindly\./g, ""],
	[/\brun the (file again|unknown\.csv)\b/g, "import the $1"],
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
	[/ \([^()]*, or the button in the window\)/g, " (the button at the row)"],
	[/ \([^()]*, or the question\)/g, " (at its question)"],
	[/ \([^()]*, or the columns' screen of the window\)/g, " (on the Columns screen)"],
	[/ \("[^()]*" of a mapping\)/g, ""],
	[/ \(the button in the window\)| \(--encoding\)/g, ""],
	[/ \(in the settings, where you work in the window\)/g, " in the settings"],
]

/** A sentence that speaks of commands, for who has buttons, and of fields as the columns call them. Everything else stays as it is. */
export function forWindow(text: string): string {
	return withPathWords(inWindow.reduce((text, [command, words]) => text.replace(command, words), text))
}
