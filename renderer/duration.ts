/** `1 h 5 min`, `3 min 20 s`, `12 s`. */
export function duration(milliseconds: number): string {
	const seconds = Math.max(0, Math.round(milliseconds / 1_000))
	if (seconds < 60) return `${seconds} s`
	const minutes = Math.floor(seconds / 60)
	return minutes < 60 ? `${minutes} min ${seconds % 60} s` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}
