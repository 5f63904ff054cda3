import type { Mutant } from "../simulation/mutants.ts"

/** What imports with copies, two homes and edited files have to notice, each by itself. */
export const mutants: readonly Mutant[] = [
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
