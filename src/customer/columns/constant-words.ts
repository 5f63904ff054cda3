import { byCountry } from "./mapping.ts"

/** What a field is where a row has no value of its own, for a sentence. @param shown how a value is shown */
export function constantWords(value: string, shown = value): string {
	return value === byCountry ? "that of the customer's country" : shown
}
