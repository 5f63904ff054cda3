import type { z } from "zod"
import { describeSystemError } from "../app/system-error.ts"
import { readTextFile } from "../app/text-file.ts"
import { maskCardNumbers } from "../customer/card-number.ts"
import { anyMappingSchema, formerMappingSchema, type Mapping, mappingSchema } from "../customer/columns/mapping.ts"
import { fieldNames } from "../customer/fields.ts"
import { quoted } from "../customer/finding-codes.ts"
import { Usage } from "./output.ts"

/** Reads the mapping that a person wrote. Rejects with `Usage`, which says in words what is wrong with it. */
export async function loadMapping(path: string): Promise<Mapping> {
	const content = await readJson(path)
	const parsed = anyMappingSchema.safeParse(content)
	if (parsed.success) return parsed.data
	const isFormer = (content as { version?: unknown } | null)?.version === 1
	const { issues } = (isFormer ? formerMappingSchema : mappingSchema).safeParse(content).error ?? { issues: [] }
	const problems = issues.map((issue) => `  ${describe(issue, content)}`)
	throw new Usage(`The mapping in ${path} cannot be used:`, [
		...problems,
		`${example} The fields are: ${fieldNames.join(", ")}.`,
	])
}

const parts = Object.keys(mappingSchema.unwrap().shape)

const example = 'A mapping is like { "version": 2, "columns": { "Kundnr": "number", "Notes": null } }.'

async function readJson(path: string): Promise<unknown> {
	const text = await readTextFile(path).catch((error) => {
		throw new Usage(describeSystemError(error) ?? error.message)
	})
	try {
		return JSON.parse(text)
	} catch (error) {
		throw new Usage(`${path} is not JSON: ${(error as Error).message}. ${example}`)
	}
}

function describe({ code, path, ...issue }: z.core.$ZodIssue, content: unknown): string {
	const [part, name] = path.map(String)
	const value = path.reduce<unknown>((inside, key) => (inside as Record<PropertyKey, unknown>)?.[key], content)
	if (code === "unrecognized_keys") {
		const keys = "keys" in issue ? issue.keys.map((key) => quoted(key)).join(", ") : ""
		return part === undefined
			? `${keys}: there is no such part of a mapping; it has ${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}.`
			: `${part}, ${keys}: this cannot have one value for all rows.`
	}
	const is = value === undefined ? "is missing" : `is ${maskCardNumbers(JSON.stringify(value))}`
	switch (part) {
		case undefined:
			return "It is not an object, in braces."
		case "version":
			return `version ${is}: this program knows 2, and 1.`
		case "columns":
			return name === undefined
				? `columns ${is}: it has to say which column fills which field.`
				: `columns, ${quoted(name)} ${is}: there is no such field.`
		case "constants":
			return name === undefined
				? `constants ${is}: it has to give fields their values.`
				: `constants, ${quoted(name)} ${is}: it has to be a text, in quotation marks.`
		case "joinRows":
			return `joinRows ${is}: it has to be true, false or "errors".`
		case "first":
			return `first ${is}: it has to name, for a field, the column that goes first.`
		default:
			return `${part} ${is}: it cannot be that. docs/mapping.md says what it can be.`
	}
}
