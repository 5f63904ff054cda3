import type { Browser } from "./creatable.ts"
import { kindOf } from "./field-kind.ts"
import { type Field, fields, type Values } from "./fields.ts"
import { nameOf } from "./name.ts"

/** A body that the schema has not seen yet, of the values and the card tokens of one row. */
export type Drafter = (values: Values, tokens: readonly string[]) => unknown

type Part = (values: Values) => unknown

/** Where several fields make one part of the body in a way of their own. */
const combined: Readonly<Record<string, Part>> = { "contact.name": (values) => nameOf(values) || undefined }

const client = "method.client."

/** Prepares the drafts of the rows of one file, in which these fields can have a value. */
export function drafter(filled: readonly Field[], defaults: Browser): Drafter {
	const isOfCard = (field: Field) => fields[field].path.startsWith("method.")
	const bodyOf = partOf(filled.filter((field) => !isOfCard(field)))
	const clientOf = partOf(
		filled.filter((field) => fields[field].path.startsWith(client)),
		client,
	)
	// Most files say nothing of the browser: then all cards have the same.
	const same = { browser: defaults }
	const methodOf = (card: string, values: Values) => {
		const given = clientOf(values) as { readonly browser?: Browser } | undefined
		const client = given ? { ...given, browser: { ...defaults, ...given.browser } } : same
		return { type: "token", card, client }
	}
	return (values, tokens) => {
		const draft = (bodyOf(values) ?? {}) as Record<string, unknown>
		draft.method = tokens.map((card) => methodOf(card, values))
		return draft
	}
}

/** The part of the body below `prefix`, undefined where a row has nothing of it. What is only `primary` stands alone. */
function partOf(members: readonly Field[], prefix = ""): Part {
	const keys = [...new Set(members.map((field) => fields[field].path.slice(prefix.length).split(".")[0] ?? ""))]
	const parts = keys.map((key): { readonly key: string; readonly part: Part } => {
		const path = prefix + key
		const inside = members.filter((field) => fields[field].path === path || fields[field].path.startsWith(`${path}.`))
		const [first] = inside
		if (combined[path]) return { key, part: combined[path] }
		return { key, part: first && fields[first].path === path ? textOf(first) : partOf(inside, `${path}.`) }
	})
	return (values) => {
		let made: Record<string, unknown> | undefined
		let more = false
		for (const { key, part } of parts) {
			const value = part(values)
			if (value === undefined) continue
			made ??= {}
			made[key] = value
			if (key !== "primary") more = true
		}
		return more ? made : made?.primary
	}
}

function textOf(field: Field): Part {
	const { read } = kindOf(field)
	return (values) => (values[field] === "" ? undefined : read(values[field]))
}
