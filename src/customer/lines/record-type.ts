/**
 * How often each value stands first in a row, as the type of a record does; nothing where there are more than a few.
 * Plain JSON; counts of parts of a file add up.
 */
export type LeadFacts = Readonly<Record<string, number>> | null

/** A type for customers, one for the line before them and one for the line behind. */
const mostLeads = 3

export class LeadTally {
	#leads: Map<string, number> | undefined = new Map()

	add(lead: string): void {
		const leads = this.#leads
		if (leads === undefined) return
		leads.set(lead, (leads.get(lead) ?? 0) + 1)
		if (leads.size > mostLeads) this.#leads = undefined
	}

	facts(): LeadFacts {
		return this.#leads ? Object.fromEntries(this.#leads) : null
	}
}

export function joinLeadFacts(one: LeadFacts, other: LeadFacts): LeadFacts {
	if (one === null || other === null) return null
	const sum: Record<string, number> = { ...one }
	for (const [lead, count] of Object.entries(other)) sum[lead] = (sum[lead] ?? 0) + count
	return Object.keys(sum).length > mostLeads ? null : sum
}

/** The type that all records have but one or two, each of its own. */
export function recordTypeOf(leads: LeadFacts): string | undefined {
	const [first, ...others] = Object.entries(leads ?? {}).sort(([, one], [, other]) => other - one)
	if (first === undefined || first[1] < 2 || others.length === 0) return undefined
	return others.every(([lead, count]) => count === 1 && frame.test(lead)) && first[0] !== "" ? first[0] : undefined
}

/** How the first and the last record of a file call themselves. */
const frame =
	/^(?:h|hd|hdr|head|header|start|begin|bof|0{1,3}|0{0,2}1|t|tr|trl|trailer|f|ft|ftr|foot|footer|e|end|eof|slut|ende|s|sum|9{1,3})$/i

interface Records {
	readonly recordType?: string
	/** Places of the columns that are usually filled. */
	readonly usual?: readonly number[]
}

/** Whether a row is the record before or behind those of customers: of a type of its own, and not filled as they are. */
export function isFrame(cells: readonly string[], { recordType, usual = [] }: Records): boolean {
	if (recordType === undefined || cells[0] === recordType) return false
	return usual.some((index) => !cells[index]?.trim())
}
