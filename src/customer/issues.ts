import type * as z from "zod"
import { addresses } from "./addresses.ts"
import { kindOf } from "./field-kind.ts"
import { type Field, fieldNames, fields } from "./fields.ts"
import type { FindingCode } from "./finding-codes.ts"

/** The field and the code that a schema issue is about. */
export interface Blame {
	readonly field?: Field
	readonly code: FindingCode
}

const paths = new Map<string, Blame>()
for (const field of fieldNames) {
	const { invalid, missing } = kindOf(field)
	blame(fields[field].path, { field, code: invalid ?? missing ?? "row.invalid" })
}
for (const { parts, path } of addresses)
	blame(path, { ...(parts[0] && { field: parts[0] }), code: "address.incomplete" })

/** The first field of a path is to blame. What is `primary` may stand alone, without saying that it is. */
function blame(path: string, blame: Blame) {
	for (const one of [path, path.replace(/\.primary(?=\.|$)/, "")]) if (!paths.has(one)) paths.set(one, blame)
}

/** What the issues of the schema blame, each field once. */
export function blamesOf(issues: readonly z.core.$ZodIssue[]): readonly Blame[] {
	const blames = new Map<string, Blame>()
	for (const path of issues.flatMap((issue) => pathsOf(issue, []))) {
		const key = path.filter((step) => typeof step === "string").join(".")
		const blame = paths.get(key) ?? { code: "row.invalid" }
		blames.set(blame.field ?? "", blame)
	}
	return [...blames.values()]
}

/** Of a union, only the branch that fits the value best is to blame. */
function pathsOf(issue: z.core.$ZodIssue, above: readonly PropertyKey[]): readonly (readonly PropertyKey[])[] {
	const path = [...above, ...issue.path]
	if (issue.code !== "invalid_union") return [path]
	const branch = issue.errors.find((errors) => !errors.some(isMisfit))
	return branch ? branch.flatMap((nested) => pathsOf(nested, path)) : [path]
}

/** The value is not of the branch's shape at all. */
function isMisfit(issue: z.core.$ZodIssue): boolean {
	return issue.code === "unrecognized_keys" || (issue.code === "invalid_type" && issue.path.length === 0)
}
