import { useSyncExternalStore } from "react"

/** Device pixels of a pixel: others with another zoom, and on another screen. */
export function usePixelRatio(): number {
	return useSyncExternalStore(subscribe, () => window.devicePixelRatio)
}

/** A media query knows one ratio only, so every change begins another. */
function subscribe(changed: () => void): () => void {
	const controller = new AbortController()
	const options = { once: true, signal: controller.signal }
	const watch = () => {
		const query = matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`)
		query.addEventListener("change", watch, options)
		query.addEventListener("change", changed, options)
	}
	watch()
	return () => controller.abort()
}
