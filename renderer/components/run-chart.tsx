import { useComputedColorScheme } from "@mantine/core"
import { useElementSize, useMergedRef, useViewportSize } from "@mantine/hooks"
import { useEffect, useRef } from "react"
import UPlot from "uplot"
import { outcomeKinds } from "../../src/contract/outcome.ts"
import { isUncreatable } from "../../src/contract/row-counts.ts"
import { growing, type Range, timeRange } from "../chart-scales.ts"
import type { Point } from "../flow.ts"
import { useFormat } from "../format.ts"
import { outcomeWords } from "../words.ts"

/** As tall as the window has room for. */
const heightOf = (window: number) => Math.round(Math.min(320, Math.max(168, window * 0.28)))

/** How customers ended, lowest layer first; what is in doubt for now is on top. */
const layers = [...outcomeKinds.filter((kind) => !isUncreatable(kind) && kind !== "unknown"), "unknown"] as const

/** Throughput and response time, and below how the customers ended, over the time of the run. */
export function RunChart({ points }: { points: readonly Point[] }) {
	const { count } = useFormat()
	const last = points.at(-1)
	const present = layers.filter((kind) => last && customersOf(last, kind) > 0)
	const speed = last ? `${count(last.rate)} requests per second, answered in ${count(last.latency)} ms` : "No data yet"
	const ended = present
		.map((kind) => `${last ? count(customersOf(last, kind)) : 0} ${outcomeWords[kind].label}`)
		.join(", ")
	return (
		<div className="charts">
			<figure className="chart">
				<figcaption>
					<span className="key rate">Requests per second</span>
					<span className="key limit">Limit</span>
					<span className="key latency">Time until an answer</span>
				</figcaption>
				<Plot points={points} label={speed} make={speedPlot} data={speedData} />
			</figure>
			<figure className="chart">
				<figcaption>
					<span>Customers by outcome, in the colors above</span>
				</figcaption>
				<Plot points={points} label={ended || "No customer yet"} make={outcomePlot} data={outcomeData} />
			</figure>
		</div>
	)
}

interface Style {
	readonly dark: boolean
	readonly axis: UPlot.Axis
	readonly format: (value: number) => string
}

interface PlotProps {
	readonly points: readonly Point[]
	readonly label: string
	make(style: Style): Pick<UPlot.Options, "scales" | "axes" | "series">
	data(points: readonly Point[]): UPlot.AlignedData
}

function Plot({ points, label, make, data }: PlotProps) {
	const box = useRef<HTMLDivElement>(null)
	const { ref: measure, width } = useElementSize()
	const { height: window } = useViewportSize()
	const height = heightOf(window)
	const chart = useRef<UPlot>(undefined)
	const dark = useComputedColorScheme("light") === "dark"
	const { count } = useFormat()
	// biome-ignore lint/correctness/useExhaustiveDependencies: another size or theme is another chart, which begins with what there is
	useEffect(() => {
		if (!box.current || width === 0) return
		const grid = { stroke: dark ? "#3b3d42" : "#e9ecef", width: 1 }
		const axis = { stroke: dark ? "#c9cbcf" : "#495057", grid, ticks: grid, font: "12px Inter Variable, sans-serif" }
		const options = make({ dark, axis, format: count })
		const size = { width, height }
		const plot = new UPlot({ ...size, legend: { show: false }, cursor: { show: false }, ...options }, data(points))
		box.current.replaceChildren(plot.root)
		chart.current = plot
		return () => plot.destroy()
	}, [width, height, dark])
	useEffect(() => {
		chart.current?.setData(data(points))
	}, [points, data])
	return <div ref={useMergedRef(box, measure)} style={{ height }} role="img" aria-label={label} />
}

const scale = (range: Range): UPlot.Scale => ({ range: (_, _min, max) => range(max) })
const timeScale: UPlot.Scale = { ...scale(timeRange), time: false }

function timeAxis(axis: UPlot.Axis): UPlot.Axis {
	return {
		...axis,
		values: (_, ticks) => ticks.map((second) => (second < 120 ? `${second} s` : `${Math.round(second / 6) / 10} min`)),
	}
}

function speedPlot({ dark, axis, format }: Style): ReturnType<PlotProps["make"]> {
	return {
		scales: { x: timeScale, rate: scale(growing(10)), latency: scale(growing(100)) },
		axes: [
			timeAxis(axis),
			{ ...axis, scale: "rate", size: 56, values: (_, ticks) => ticks.map(format) },
			{
				...axis,
				scale: "latency",
				side: 1,
				grid: { show: false },
				size: 72,
				values: (_, ticks) => ticks.map((one) => `${format(one)} ms`),
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
			{ scale: "rate", stroke: dark ? "#c9cbcf" : "#495057", width: 1, dash: [4, 4], points: { show: false } },
			{ scale: "latency", stroke: dark ? "#f0b35e" : "#b35900", width: 1.5, points: { show: false } },
		],
	}
}

function speedData(points: readonly Point[]): UPlot.AlignedData {
	return [
		points.map(({ time }) => time),
		points.map(({ rate }) => rate),
		points.map(({ limit }) => (limit > 0 ? limit : null)),
		points.map(({ latency }) => latency),
	]
}

function outcomePlot({ axis, format }: Style): ReturnType<PlotProps["make"]> {
	const color = (name: string) =>
		getComputedStyle(document.documentElement).getPropertyValue(`--mantine-color-${name}-filled`)
	return {
		scales: { x: timeScale, count: scale(growing(10)) },
		axes: [timeAxis(axis), { ...axis, scale: "count", size: 56, values: (_, ticks) => ticks.map(format) }],
		series: [
			{},
			// The sum of all first, so that each layer is drawn before those below it.
			...[...layers].reverse().map((kind) => {
				const stroke = color(outcomeWords[kind].color)
				return { scale: "count", stroke, fill: stroke, width: 1, points: { show: false } }
			}),
		],
	}
}

/** Each layer on top of those before it. */
function outcomeData(points: readonly Point[]): UPlot.AlignedData {
	const sums = points.map(() => 0)
	const stacked = layers.map((kind) =>
		points.map((point, index) => {
			sums[index] = (sums[index] ?? 0) + customersOf(point, kind)
			return sums[index]
		}),
	)
	return [points.map(({ time }) => time), ...stacked.reverse()]
}

function customersOf({ counts, doubts }: Point, kind: (typeof layers)[number]): number {
	return counts[kind] + (kind === "unknown" ? doubts : 0)
}
