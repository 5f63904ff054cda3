import { useComputedColorScheme } from "@mantine/core"
import { useElementSize, useMergedRef } from "@mantine/hooks"
import { useEffect, useRef } from "react"
import UPlot from "uplot"
import type { Point } from "../state.ts"

const height = 180

interface Props {
	readonly points: readonly Point[]
	/** Requests per second; 0: no limit. */
	readonly limit: number
}

/** Customers a second and the time of an answer, over the time of the run. */
export function RunChart({ points, limit }: Props) {
	const box = useRef<HTMLDivElement>(null)
	const { ref: measure, width } = useElementSize()
	const chart = useRef<UPlot>(undefined)
	const dark = useComputedColorScheme("light") === "dark"
	useEffect(() => {
		if (!box.current || width === 0) return
		const ink = dark ? "#c9cbcf" : "#495057"
		const grid = { stroke: dark ? "#3b3d42" : "#e9ecef", width: 1 }
		const axis = { stroke: ink, grid, ticks: grid, font: "12px Inter Variable, sans-serif" }
		const plot = new UPlot(
			{
				width,
				height,
				legend: { show: false },
				cursor: { show: false },
				scales: {
					x: { time: false },
					rate: { range: (_, _min, max) => [0, Math.max(max * 1.15, 1)] },
					latency: { range: (_, _min, max) => [0, Math.max(max * 1.15, 10)] },
				},
				axes: [
					{ ...axis, values: (_, ticks) => ticks.map((second) => `${second} s`) },
					{ ...axis, scale: "rate", size: 52 },
					{
						...axis,
						scale: "latency",
						side: 1,
						grid: { show: false },
						size: 60,
						values: (_, ticks) => ticks.map((one) => `${one} ms`),
					},
				],
				series: [
					{},
					{
						scale: "rate",
						stroke: dark ? "#8fb0e8" : "#35548f",
						fill: dark ? "#8fb0e822" : "#35548f18",
						width: 2,
						points: { show: false },
					},
					{ scale: "rate", stroke: ink, width: 1, dash: [4, 4], points: { show: false } },
					{ scale: "latency", stroke: dark ? "#f0b35e" : "#b35900", width: 1.5, points: { show: false } },
				],
			},
			[[0], [0], [null], [0]],
			box.current,
		)
		chart.current = plot
		return () => plot.destroy()
	}, [width, dark])
	// biome-ignore lint/correctness/useExhaustiveDependencies: another width or theme is another chart, which has no data yet
	useEffect(() => {
		chart.current?.setData([
			points.map(({ time }) => time),
			points.map(({ rate }) => rate),
			points.map(() => (limit > 0 ? limit : null)),
			points.map(({ latency }) => latency),
		])
	}, [points, limit, width, dark])
	const last = points.at(-1)
	return (
		<figure className="chart">
			<figcaption>
				<span className="key rate">Requests a second</span>
				{limit > 0 && <span className="key limit">Limit</span>}
				<span className="key latency">Time of an answer</span>
			</figcaption>
			<div
				ref={useMergedRef(box, measure)}
				style={{ height }}
				role="img"
				aria-label={
					last
						? `${Math.round(last.rate)} requests a second, answered in ${Math.round(last.latency)} ms`
						: "No data yet"
				}
			/>
		</figure>
	)
}
