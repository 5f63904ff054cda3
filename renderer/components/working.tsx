import { useEffect, useState, useSyncExternalStore } from "react"
import { atWorkSince, watchWork } from "../ask.ts"

/** Milliseconds in which an answer seems to come at once. */
const patience = 400

/** Moves while something takes longer than a moment, whatever it is. */
export function Working() {
	const since = useSyncExternalStore(watchWork, atWorkSince)
	const [isLong, setLong] = useState(false)
	useEffect(() => {
		setLong(false)
		if (since === undefined) return
		const timer = setTimeout(() => setLong(true), since + patience - performance.now())
		return () => clearTimeout(timer)
	}, [since])
	return isLong && <Moving />
}

/** A line that moves and takes no room: something goes on, and nobody knows for how long. */
export function Moving() {
	return (
		<div className="moving">
			<div role="progressbar" aria-label="Working" />
		</div>
	)
}
