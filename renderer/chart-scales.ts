/** The range of a scale from 0 up. */
export type Range = (max: number) => [number, number]

/** Grows in steps and never shrinks, so that nothing jumps from one moment to the next. */
export function growing(least: number): Range {
	let top = least
	return (max) => {
		if (max > top) top = roundUp(max)
		return [0, top]
	}
}

/** Seconds: half a minute at first, then twice as long whenever it is full. */
export const timeRange: Range = (max) => [0, 30 * 2 ** Math.max(0, Math.ceil(Math.log2((max || 1) / 30)))]

/** The next of 1, 2, 5, 10, 20, 50… that leaves some room. */
function roundUp(value: number): number {
	const power = 10 ** Math.floor(Math.log10(value))
	return power * ([1, 2, 5, 10].find((step) => step * power >= value * 1.05) ?? 20)
}
