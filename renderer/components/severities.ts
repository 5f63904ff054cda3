import { IconAlertTriangle, IconCircleX, IconInfoCircle } from "@tabler/icons-react"

/** How bad a finding is: in a sign, a color that never stands alone, and words. */
export const severities = {
	error: { Icon: IconCircleX, color: "red", title: "Errors", meaning: "not imported until they are mended" },
	warning: { Icon: IconAlertTriangle, color: "yellow", title: "Warnings", meaning: "imported; look at them" },
	note: { Icon: IconInfoCircle, color: "blue", title: "Worth knowing", meaning: "nothing was changed" },
} as const

/** Whether a finding says of a value that it was changed. */
export function isCleaned({ code }: { readonly code: string }): boolean {
	return code.startsWith("cleaned.")
}

type Told = { readonly code: string; readonly severity: keyof typeof severities }

/** Findings as a list has them, the worst first: what was changed of a value apart from what is only worth knowing. */
export const findingKinds = [
	...(["error", "warning"] as const).map((severity) => ({
		...severities[severity],
		has: (one: Told) => one.severity === severity,
	})),
	{ ...severities.note, has: (one: Told) => one.severity === "note" && !isCleaned(one) },
	{ title: "Notes", meaning: "cleaned on the way", has: isCleaned },
]
