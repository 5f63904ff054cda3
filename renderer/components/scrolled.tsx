import type { ReactNode } from "react"

/** What may be long, within a part of a page: it takes the focus, so that it is scrolled with the keyboard. */
export function Scrolled({ label, children }: { readonly label: string; readonly children: ReactNode }) {
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled with the keyboard
		<section className="scrolled" aria-label={label} tabIndex={0}>
			{children}
		</section>
	)
}
