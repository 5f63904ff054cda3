import { app } from "electron"

/** The person's locale for numbers, dates and times, as the system has it; `C` and the like are none. */
export function systemLocale(): string {
	return [app.getSystemLocale(), app.getLocale(), "en-GB"].find(isLocale) ?? "en-GB"
}

/** A moment in ISO 8601, as the window writes it. */
export function momentWords(at: string): string {
	return new Date(at).toLocaleString(systemLocale(), { dateStyle: "medium", timeStyle: "short" })
}

function isLocale(text: string): boolean {
	try {
		return Intl.NumberFormat.supportedLocalesOf(text).length > 0
	} catch {
		return false
	}
}
