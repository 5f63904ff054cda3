import { type Decision, decide } from "../../src/customer/columns/decide.ts"
import type { Columns } from "../../src/customer/columns/draft-decision.ts"
import { type Evidence, EvidenceCollector, mergedEvidence } from "../../src/customer/columns/evidence.ts"
import { type Mapping, noAnswers } from "../../src/customer/columns/mapping.ts"
import { readHeaders } from "../../src/customer/headers/read-headers.ts"

/** What the rows of a file say of its columns. */
export function evidenceOf(names: readonly string[], rows: readonly (readonly string[])[]): Evidence {
	const collector = new EvidenceCollector(readHeaders(names))
	for (const cells of rows) collector.add(cells)
	return mergedEvidence([collector.result])
}

/** What is decided about a file with these columns and rows. */
export function decisionOf(
	names: readonly string[],
	rows: readonly (readonly string[])[] = [],
	{ answers = noAnswers, nameless = false }: Partial<Pick<Columns, "answers" | "nameless">> = {},
): Decision {
	return decide({ names, readings: readHeaders(names), evidence: evidenceOf(names, rows), nameless, answers })
}

/** The columns that fill a field: "Kundnr" → "number". */
export function usedIn({ mapping }: { readonly mapping: Mapping }): Mapping["columns"] {
	return Object.fromEntries(Object.entries(mapping.columns).filter(([, use]) => use !== null))
}

/** The ids of what is asked. */
export function askedIn({ questions }: Decision): readonly string[] {
	return questions.map(({ id }) => id)
}
