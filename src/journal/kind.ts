import { NewerVersion } from "./format.ts"

/** What a kind of log holds: the journal of a run, or the ledger of a merchant. */
export interface Kind<Record extends object> {
	/** The types of its records, by version. */
	readonly types: { readonly [version in 1 | 2]: ReadonlySet<string> }
	/** A record of version 1 in today's words. */
	translate(record: object): Record
	/** Whether this version knows all that is in a record of a type that it knows. */
	knows(record: Record): boolean
	/** Logs of version 1 were kept without a head. */
	readonly headless: boolean
}

const typeAtFront = /^\{"type":"([a-z-]+)"(,"version":)?/

/** Throws `NewerVersion` where the type of a record, or its version, is not known: cheap, as every record of a log is asked. */
export function expectKnownType<Record extends object>(
	{ types, knows }: Kind<Record>,
	version: 1 | 2,
	json: string,
	path: string,
): void {
	const [, type = JSON.parse(json).type, versioned] = typeAtFront.exec(json) ?? []
	if (!types[version].has(type) || (versioned && !knows(JSON.parse(json)))) throw new NewerVersion(path)
}

/** A record of a log, in today's words. Throws `NewerVersion`. */
export function parseRecord<Record extends object>(
	kind: Kind<Record>,
	version: 1 | 2,
	json: string,
	path: string,
): Record {
	expectKnownType(kind, version, json, path)
	const record = JSON.parse(json)
	const today = version === 1 ? kind.translate(record) : record
	if (!kind.knows(today)) throw new NewerVersion(path)
	return today
}
