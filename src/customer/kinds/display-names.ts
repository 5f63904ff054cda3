const languages = ["en", "sv", "de", "nb", "da", "fi", "fr", "es", "it", "pl", "nl"]

/** A name reduced to its letters and digits: no case, accents or punctuation. */
export function nameKey(name: string): string {
	return name
		.normalize("NFKD")
		.toLowerCase()
		.replace(/ø/g, "o")
		.replace(/æ/g, "ae")
		.replace(/ł/g, "l")
		.replace(/[^\p{L}\p{N}]/gu, "")
}

/** What codes are called in all our languages. */
export function namesOf(
	type: "region" | "currency",
	codes: readonly string[],
): readonly (readonly [name: string, code: string])[] {
	return languages.flatMap((language) => {
		const names = new Intl.DisplayNames([language], { type, fallback: "none" })
		return codes.map((code) => [names.of(code) ?? code, code] as const)
	})
}

/** Codes by their names; a name that means two codes is left out, but where a further one says what it means. */
export function codesByName(
	codes: readonly string[],
	names: readonly (readonly [name: string, code: string])[],
	further: Readonly<Record<string, string>>,
): ReadonlyMap<string, string> {
	const byName = new Map<string, string | undefined>()
	for (const [name, code] of names) {
		const key = nameKey(name)
		byName.set(key, byName.has(key) && byName.get(key) !== code ? undefined : code)
	}
	for (const code of codes) byName.set(nameKey(code), code)
	for (const [name, code] of Object.entries(further)) byName.set(nameKey(name), code)
	return new Map([...byName].flatMap(([name, code]) => (code === undefined ? [] : [[name, code]])))
}

/** Made when first asked for: that takes as long as checking ten thousand rows, and most files need neither. */
export function once<Value>(make: () => Value): () => Value {
	let made: Value | undefined
	return () => (made ??= make())
}
