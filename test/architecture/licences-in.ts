/** The longest text of the licence of each library, by its name, in files of licences. */
export function licencesIn(files: readonly string[]): ReadonlyMap<string, string> {
	const found = new Map<string, string>()
	for (const file of files)
		for (const section of file.split(/^(?=## \S+ - \S+ \(.*\)$)/m)) {
			const [, name, text = ""] = /^## (\S+) - [^\n]*\n([\s\S]*)$/.exec(section) ?? []
			if (name !== undefined && text.trim().length >= (found.get(name) ?? "").length) found.set(name, text.trim())
		}
	return found
}
