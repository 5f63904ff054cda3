import type { Mutant } from "../simulation/mutants.ts"

/** What imports with copies, two homes and edited files have to notice, each by itself. */
export const mutants: readonly Mutant[] = [
	{
		name: "believe a journal that does not begin with what the ledger remembers",
		file: "src/journal/ledger.ts",
		find: "if (mark && !(await log.holds(mark))) await log.lose()",
		replace: "",
	},
	{
		name: "believe a ledger that does not begin with what the run remembers",
		file: "src/journal/ledger.ts",
		find: "if (!(await this.log.holds(ledger))) await this.log.lose()",
		replace: "",
	},
	{
		name: "take another ledger for the same one",
		file: "src/journal/ledger.ts",
		find: "else if (!replaced.has(ledger.instance)) this.other = ledger",
		replace: "",
	},
	{
		name: "leave the beginning of a session out of the ledger",
		file: "src/run/engine.ts",
		find: "await ledger.mark().catch((error) => {",
		replace: "await Promise.resolve().catch((error) => {",
	},
	{
		name: "believe a log that is shorter than its head says",
		file: "src/journal/head.ts",
		find: "if (head.records > log.records) return true",
		replace: "return false",
	},
	{
		name: "merge a run whose journal was cut as if it were whole",
		file: "src/journal/ledger.ts",
		find: "if (!damage && !cut) {",
		replace: "if (!damage) {",
	},
	{
		name: "not read on where the journal of a merged run went on",
		file: "src/journal/ledger.ts",
		find: "return (await file.size()) > mark.length",
		replace: "return false",
	},
	{
		name: "believe the notes of an earlier session",
		file: "src/journal/leaving.ts",
		find: "if (!sent || sent.size < log.sent || !answered.every((key) => sent.has(key))) return []",
		replace: "if (!sent) return []",
	},
	{
		name: "take for an error what exists",
		file: "src/report/ending.ts",
		find: "if (known === undefined) return",
		replace: "if (true) return",
	},
	{
		name: "ask nothing of other spellings",
		file: "src/run/plan.ts",
		find: "const [other] = spellings",
		replace: "const [other] = [] as typeof spellings",
	},
	{
		name: "send a token for another number",
		file: "src/run/plan.ts",
		find: "const other = sentFor.find((one) => one !== number)",
		replace: "const other = undefined",
	},
	{
		name: "end without looking",
		file: "src/run/look-back.ts",
		find: "if (found.length !== 1 || found[0] !== id)",
		replace: "if (false)",
	},
	{
		name: "not notice a changed number",
		file: "src/report/import-run.ts",
		find: 'return isEaten || rounded.test(number) ? "by-spreadsheet" : "by-person"',
		replace: "return undefined",
	},
	{
		name: "read a row in doubt as one that was never sent",
		file: "src/app/check/reading.ts",
		find: "ambiguous: (outcome >= 0 || imported) && mayExist(cells, number)",
		replace: "ambiguous: false",
	},
	{
		name: "make a ledger anew as if nothing of the old one had been damaged",
		file: "src/journal/rebuild.ts",
		find: "if (done) return { records, isWhole: !isDamaged && !value.cut }",
		replace: "if (done) return { records, isWhole: true }",
	},
]
