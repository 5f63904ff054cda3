/** What a person can do next, as data. Each shell has its words for all of them, in a `Phrasebook`. */
export type Way =
	// With a row of the file.
	| { readonly way: "leave-out" }
	| { readonly way: "take-in" }
	/** It is right as it stands. */
	| { readonly way: "keep-row" }
	| { readonly way: "confirm-number" }
	// With how the file is read.
	| { readonly way: "choose-encoding" }
	| { readonly way: "choose-delimiter" }
	| { readonly way: "choose-header" }
	| { readonly way: "switch-off-cleaning" }
	// With what its columns are.
	| { readonly way: "join-rows" }
	| { readonly way: "say-country" }
	/** A column is this field. */
	| { readonly way: "name-column"; readonly field: string }
	/** Answers a question, whose answer has this name in a mapping. */
	| { readonly way: "answer"; readonly name: string }
	/** Says what nobody asks, which a mapping has as this. */
	| { readonly way: "map"; readonly as: string }
	// With what a run left.
	/** Imports a file. */
	| { readonly way: "import" }
	/** Imports the rows that a run gave back, once they are mended, or as they are. */
	| { readonly way: "import-rest"; readonly as: "mended" | "is" }
	/** Mends the row that a run gave back, and imports it. */
	| { readonly way: "mend" }
	/** The same with a new card, in words for the row. */
	| { readonly way: "mend-with-it" }
	/** Goes on with the run, which looks again, or because it is not through: `rest`. */
	| { readonly way: "go-on"; readonly with?: "rest" }
	/** The same with other names of fields. */
	| { readonly way: "snake-case" }
	/** The same, as what came back other than it was sent is as it has to be. */
	| { readonly way: "accept-differences" }
	/** The same with a private key. */
	| { readonly way: "look-again" }
	/** The same, for the sake of the listing. */
	| { readonly way: "list" }
	/** Imports the rows in doubt, which looks first. */
	| { readonly way: "look-first" }
	/** Does not wait for what an earlier run knows, of which nothing is left: a sentence of its own where it says which run. */
	| { readonly way: "forget-run"; readonly run?: string }
	/** Imports the file again where nothing is known of the run; with a key that lists what exists first, and with no other perhaps. */
	| { readonly way: "import-anew"; readonly with?: "key" | "key-alone" }
	/** The same, to mend it otherwise. */
	| { readonly way: "begin-anew" }
	/** Imports another file, or one that lies in a run folder, by itself. */
	| { readonly way: "import-apart"; readonly what: "other" | "copy" }
	/** Goes on with a run as it was begun. */
	| { readonly way: "resume" }
	/** Mends what a run left, in words for what is wrong. */
	| { readonly way: "mend-after" }
	/** Goes on with a run that began elsewhere. */
	| { readonly way: "move" }
	/** Compares with Intergiro. */
	| { readonly way: "verify" }
	/** Says where the file of a run is. */
	| { readonly way: "say-source" }
	| { readonly way: "rebuild-ledger" }
	// With what Intergiro has of a customer.
	/** Says it of the customer: `so` where there is no object. */
	| { readonly way: "settle"; readonly what?: string; readonly as?: Settled }
	/** The same, under which number Intergiro has it. */
	| { readonly way: "settle-number"; readonly number: string }
	/** The same, to who just said something else of it. */
	| { readonly way: "settle-instead"; readonly what?: string; readonly as: Settled }
	/** Whoever knows that a customer is not there says so. */
	| { readonly way: "says-absent" }
	/** Says whether it is the same customer, or another one. */
	| { readonly way: "settle-which" }
	/** Says of a doubt of another run whether it is this customer. */
	| { readonly way: "settle-there" }
	/** Says of a card in doubt whether it is there; of the run in this folder, or of a card that was just spoken of. */
	| { readonly way: "settle-card"; readonly folder?: string; readonly again?: true }
	// With cards; of the run in this folder, where it is another one.
	| { readonly way: "add-cards"; readonly folder?: string }
	/** With a card that was asked for anew. */
	| { readonly way: "add-new-card" }
	/** Says that the customer is the right one. */
	| { readonly way: "confirm-card" }
	/** Says of a card, by its row and its place among those of the customer, that it is another one than that there, or that one. */
	| { readonly way: "say-card"; readonly is: "another" | "there"; readonly row: number; readonly card?: number }
	/** Creates the customer to whom a card was to be added. */
	| { readonly way: "create-instead" }

/** What a person says of a customer: which one it is, perhaps under another number, that it is not there, or that it is as it has to be. */
export type Settled = "id" | "id-number" | "absent" | "removed" | "right"

/** What a person is told: text, and the ways on in their places. Plain JSON. */
export type Sentences = string | readonly (string | Way)[]

/** The words of a shell for every way: within a sentence, and those in brackets with the space before them. */
export type Phrasebook = {
	readonly [Kind in Way["way"]]: string | ((way: Extract<Way, { readonly way: Kind }>) => string)
}

/** Makes what is told of a template, ways and other things that are told. */
export function told(texts: TemplateStringsArray, ...parts: readonly (Sentences | Way | number)[]): Sentences {
	const all = texts.flatMap((text, index) => [text, ...piecesOf(parts[index] ?? "")])
	const merged: (string | Way)[] = []
	for (const piece of all) {
		const last = merged.at(-1)
		if (typeof piece === "string" && typeof last === "string") merged[merged.length - 1] = last + piece
		else merged.push(piece)
	}
	return merged.every((piece) => typeof piece === "string") ? merged.join("") : merged.filter((piece) => piece !== "")
}

/** One after the other, without those that say nothing. */
export function joined(all: readonly Sentences[], between = " "): Sentences {
	return all
		.filter((one) => one.length > 0)
		.reduce((some, one, index) => (index === 0 ? one : told`${some}${between}${one}`), "")
}

/** Those that say the same once. */
export function distinct(all: readonly Sentences[]): readonly Sentences[] {
	return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()]
}

/** What is told, in the words of a shell. A way that begins a sentence begins with a capital. */
export function inWords(what: Sentences, phrasebook: Phrasebook): string {
	if (typeof what === "string") return what
	return what.reduce<string>((text, piece) => {
		if (typeof piece === "string") return text + piece
		const words = wordsFor(piece, phrasebook)
		return text + (/(?:^|[.!?] )$/.test(text) ? words.charAt(0).toUpperCase() + words.slice(1) : words)
	}, "")
}

function wordsFor<Kind extends Way["way"]>(way: Way & { readonly way: Kind }, phrasebook: Phrasebook): string {
	// Which of the ways it is, the compiler loses between the two.
	const words = phrasebook[way.way] as string | ((way: Way) => string) | undefined
	return typeof words === "function" ? words(way) : (words ?? "")
}

function piecesOf(part: Sentences | Way | number): readonly (string | Way)[] {
	if (typeof part === "number") return [String(part)]
	return typeof part === "string" || "way" in part ? [part] : part
}
