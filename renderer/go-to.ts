/** Brings an answer into sight, and to the keyboard and screen readers: what was pressed for it is elsewhere. */
export function goTo(place: HTMLElement | null): void {
	place?.focus({ preventScroll: true })
	place?.scrollIntoView({ block: "nearest" })
}
