/** What a press is for: of a grid as a whole, which knows itself which cell was pressed. */
const controls =
	"[role=grid], button, a, input, select, textarea, label, summary, [role=option], [role=menuitem], [tabindex]"

/**
 * Gives the second press of a double one to what was pressed first. A screen, a dialog or a row may have come under the mouse between
 * the two, and nobody means to press what they have not seen yet.
 */
export function keepPressesTogether(window: Window): void {
	let first: { readonly target: Element; readonly control: Element | null } | undefined
	const isAnothers = (event: MouseEvent) => {
		if (!(event.target instanceof Element)) return false
		const control = event.target.closest(controls)
		if (event.detail <= 1) {
			// Keys press, too: with no presses counted. What is told of both counts from where the mouse went down.
			if (event.type === "mousedown") first = { target: event.target, control }
			return false
		}
		return first !== undefined && control !== first.control
	}
	const onPress = (event: MouseEvent) => {
		if (!isAnothers(event)) return
		event.preventDefault()
		event.stopImmediatePropagation()
		if (event.type === "dblclick" && first?.target.isConnected)
			first.target.dispatchEvent(new MouseEvent("dblclick", { bubbles: true }))
	}
	for (const type of ["mousedown", "mouseup", "click", "dblclick"] as const)
		window.addEventListener(type, onPress, { capture: true })
}
