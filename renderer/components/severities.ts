import { IconAlertTriangle, IconCircleX, IconInfoCircle } from "@tabler/icons-react"

/** How bad a finding is: in a sign, a color that never stands alone, and words. */
export const severities = {
	error: { Icon: IconCircleX, color: "red", title: "Errors", meaning: "not imported until they are mended" },
	warning: { Icon: IconAlertTriangle, color: "yellow", title: "Warnings", meaning: "imported; look at them" },
	note: { Icon: IconInfoCircle, color: "blue", title: "Notes", meaning: "cleaned on the way" },
} as const
