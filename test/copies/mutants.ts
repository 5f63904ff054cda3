import type { Mutant } from "../simulation/mutants.ts"

/** What imports with copies, two homes and edited files have to notice, each by itself. */
export const mutants: readonly Mutant[] = [
	{
		name: "leave the beginning of a session out of the ledger",
		file: "src/run/engine.ts",
		find: "await ledger.mark().catch((error) => {",
		replace: "await Promise.resolve().catch((error) => {",
		first: 476,
	},
	{
		name: "take for an error what exists",
		file: "src/report/row-outcomes.ts",
		find: "if (known === undefined) return",
		replace: "if (true) return",
		first: 28,
	},
	{
		name: "ask nothing of other spellings",
		file: "src/run/plan.ts",
		find: "const asked = spellingDoubt(spellings)",
		replace: "const asked = spellingDoubt([])",
		first: 90,
	},
	{
		name: "send a token for another number",
		file: "src/run/sent-before.ts",
		find: "return sentFor.find((one) => one !== number)",
		replace: "return undefined",
		first: 291,
	},
	{
		name: "not notice a changed number",
		file: "src/report/import-run.ts",
		find: 'return [false, true].some((mayExist) => checkOf(was, number, mayExist) === was.check) ? undefined : "changed"',
		replace: "return undefined",
		first: 346,
	},
	{
		name: "end without looking",
		file: "src/run/judge.ts",
		find: "if (found.length !== 1 || found[0] !== id)",
		replace: "if (false)",
		first: 110,
	},
	{
		name: "make a ledger anew as if nothing of the old one had been damaged",
		file: "src/journal/rebuild.ts",
		find: "if (done) return { records, isWhole: !isDamaged && !value.truncated }",
		replace: "if (done) return { records, isWhole: true }",
		first: 43,
	},
	{
		name: "wait for no lost run",
		file: "src/journal/ledger.ts",
		find: 'if (hasCode(error, "ENOENT") || hasCode(error, "ENOTDIR")) warn("missing",',
		replace: 'if (hasCode(error, "ENOENT") || hasCode(error, "ENOTDIR")) return\n\t\t\tif (false) warn("missing",',
		first: 276,
	},
	{
		name: "take what is about to leave for what never left",
		file: "src/journal/leaving.ts",
		find: "this.log.note(this.#notes.add(number, attempt))",
		replace: "void [number, attempt]",
		first: 22,
	},
]

/** What has to be noticed where a file that a run left is another one. */
export const ofKeptFiles: readonly (Mutant & { readonly altered: string })[] = [
	{
		name: "throw away mends that no journal names",
		file: "src/app/run-reading.ts",
		find: "const warning = before === undefined ? undefined : await setAside(folder)",
		replace: "const warning = undefined",
		altered: "mends.json",
	},
]
