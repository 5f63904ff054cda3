import { withPathWords } from "../src/customer/path-words.ts"
import { inWords, type Phrasebook, type Sentences } from "../src/customer/sentences.ts"

const environments = {
	mends: "",
	key: ", in an environment with a private key",
	"key-alone": ", in an environment with a private key and in no other",
} as const

/** @param what nothing where it is just said */
const saying = ({ what }: { readonly what?: string }) =>
	what === undefined ? "say so at its row in the result" : `say at its row in the result ${what}`

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
	"snake-case": "choose that in the settings, and have what was created completed",
	"accept-differences": "go on with the rest, and accept it",
	"look-again": "look again with the button of the result and a private key",
	list: "look again with a private key",
	// There is a button for it.
	"look-first": "",
	// Here nobody can.
	"forget-run": "",
	"import-anew": (way) => `import the file anew${environments[way.with ?? "mends"]}`,
	"begin-anew": "import the file anew",
	"import-apart": ({ what }) =>
		what === "other" ? "open that file to import it by itself" : "open a copy of it that lies elsewhere",
	resume: "resume it from the history",
	"mend-after": "after its end, from its result",
	// It is asked.
	move: "",
	"say-source": ": put it back where it was",
	verify: 'the button "Verify" of the result',
	"rebuild-ledger": "“ledger rebuild” in the README says how",
	settle: saying,
	"settle-instead": saying,
	"says-absent": "says so at its row in the result",
	"settle-number": ({ number }) => `say so with its customer number there, ${number}`,
	"settle-which": "say which at its row in the result",
	"settle-there": "say so at its row in the result of that import",
	"settle-card": ({ folder }) =>
		`say at its row in the result${folder === undefined ? " whether it" : " of that import whether its card"} is there`,
	"add-cards": ({ folder }) =>
		`with the button "Add … cards…" of ${folder === undefined ? "the result" : "the result of that import"}`,
	"add-new-card":
		'open a file with number, name, e-mail and the new token, and import it. Its result has the button "Add 1 card…"',
	"confirm-card": "say so at the result's cards to add",
	"say-card": "say so at the result's cards to add",
	"create-instead": "importing it again from here creates the customer",
}

/** What people are told, for who has buttons, and with fields as the columns call them. */
export function inWindow(told: Sentences): string {
	return withPathWords(inWords(told, phrasebook))
}
