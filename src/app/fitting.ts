import * as z from "zod"

/** What of a value fits a schema, entry by entry: of a list the entries that do, of an object each property that does; else `initial`. */
export function fitting<Schema extends z.ZodType>(
	schema: Schema,
	raw: unknown,
	initial: z.infer<Schema>,
): z.infer<Schema> {
	const whole = schema.safeParse(raw)
	if (whole.success) return whole.data
	if (schema instanceof z.ZodArray && Array.isArray(raw)) {
		const entry = schema.element as z.ZodType
		return raw.flatMap((one) => {
			const { success, data } = entry.safeParse(one)
			return success ? [data] : []
		}) as z.infer<Schema>
	}
	if (schema instanceof z.ZodObject && isObject(raw) && isObject(initial)) {
		const found = Object.entries(schema.shape as Record<string, z.ZodType>).map(([key, property]) => [
			key,
			fitting(property, raw[key], initial[key]),
		])
		return Object.fromEntries(found.filter(([, value]) => value !== undefined)) as z.infer<Schema>
	}
	return initial
}

/** Whether anything of `raw` is not in `value`: an entry that does not fit, or a property that nobody knows. */
export function lacks(value: unknown, raw: unknown): boolean {
	if (Array.isArray(raw))
		return !Array.isArray(value) || value.length < raw.length || raw.some((one, at) => lacks(value[at], one))
	if (isObject(raw))
		return !isObject(value) || Object.entries(raw).some(([key, one]) => !(key in value) || lacks(value[key], one))
	return !Object.is(value, raw)
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === "object" && value !== null && !Array.isArray(value)
}
