/** More names than any file has. */
const mostRead = 10_000

/**
 * Reads each name once: those of a file are asked about by each decision, and by each check of its rows.
 * @param known what was read so far
 */
export function byName<Said>(read: (name: string) => Said, known = new Map<string, Said>()): (name: string) => Said {
	return (name) => {
		if (known.has(name)) return known.get(name) as Said
		const said = read(name)
		if (known.size >= mostRead) known.clear()
		known.set(name, said)
		return said
	}
}
