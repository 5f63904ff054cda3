import type { Mutant } from "../simulation/mutants.ts"

/** What imports with copies, two homes and edited files have to notice, each by itself. */
export const mutants: readonly Mutant[] = [
	{
		name: "leave the beginning of a session out of the ledger",
		file: "src/run/engine.ts",
		find: "await ledger.mark().catch((error) => {",
		replace: "await Promise.resolve().catch((error) => {",
		first: 345,
	},
	{
		name: "take for an error what exists",
		file: "src/report/ending.ts",
		find: "if (known === undefined) return",
		replace: "if (true) return",
		first: 25,
	},
	{
		name: "ask nothing of other spellings",
		file: "src/run/plan.ts",
		find: "const [other] = spellings",
		replace: "const [other] = [] as typeof spellings",
		first: 33,
	},
	{
		name: "send a token for another number",
		file: "src/run/plan.ts",
		find: "const other = sentFor.find((one) => one !== number)",
		replace: "const other = undefined",
		first: 250,
	},
	{
		name: "not notice a changed number",
		file: "src/report/import-run.ts",
		find: 'return isEaten || rounded.test(number) ? "by-spreadsheet" : "by-person"',
		replace: "return undefined",
		first: 343,
	},
	{
		name: "end without looking",
		file: "src/run/look-back.ts",
		find: "if (found.length !== 1 || found[0] !== id)",
		replace: "if (false)",
		first: 107,
	},
	{
		name: "make a ledger anew as if nothing of the old one had been damaged",
		file: "src/journal/rebuild.ts",
		find: "if (done) return { records, isWhole: !isDamaged && !value.cut }",
		replace: "if (done) return { records, isWhole: true }",
		first: 40,
	},
]
