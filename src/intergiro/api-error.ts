/** Intergiro's error shape, as far as anything is read of it. */
export interface ApiError {
	readonly status: number
	readonly type: string
	readonly error?: string
	/** In words, from whichever of the fields hold some, without a full stop. */
	readonly description: string
	/** Where 3-D Secure goes on. */
	readonly url?: string
}

/** Recognises an error by its shape; nothing when the body is something else. */
export function apiErrorOf(body: unknown): ApiError | undefined {
	if (!isObject(body)) return undefined
	const { status, type, error, description, content } = body
	if (typeof status !== "number" || typeof type !== "string") return undefined
	const details = isObject(content) ? content : {}
	const url = isObject(details.details) ? webUrl(details.details.url) : undefined
	const words = [error, details.property, details.description, description].filter(isText)
	return {
		status,
		type,
		...(isText(error) ? { error } : undefined),
		description: [...new Set(words.length > 0 ? words : [type])].join(": ").replace(/\.$/, ""),
		...(url === undefined ? undefined : { url }),
	}
}

/** A byte that is none of UTF-8 would be read as another than was said. */
const utf8 = new TextDecoder("utf-8", { fatal: true })

/** The body as JSON; nothing when it is not. */
export function parseJson(body: Uint8Array): unknown {
	try {
		return JSON.parse(utf8.decode(body))
	} catch {
		return undefined
	}
}

export function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === "object" && value !== null && !Array.isArray(value)
}

function isText(value: unknown): value is string {
	return typeof value === "string" && value.trim() !== ""
}

function webUrl(value: unknown): string | undefined {
	if (typeof value !== "string" || !URL.canParse(value)) return undefined
	const { protocol, href } = new URL(value)
	return protocol === "https:" || protocol === "http:" ? href : undefined
}
