import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from "@mantine/core"

const ink: MantineColorsTuple = [
	"#eef3ff",
	"#dce4f5",
	"#b9c7e2",
	"#94a8d0",
	"#748dc1",
	"#5f7cb8",
	"#4a6bae",
	"#35548f",
	"#2b4678",
	"#1d3461",
]

export const theme = createTheme({
	colors: { ink },
	primaryColor: "ink",
	primaryShade: { light: 7, dark: 6 },
	fontFamily: "'Inter Variable', system-ui, sans-serif",
	fontFamilyMonospace: "ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace",
	headings: { fontWeight: "650" },
	defaultRadius: "md",
	cursorType: "pointer",
	respectReducedMotion: true,
	components: {
		Alert: { defaultProps: { radius: "md" } },
		// In a portal of its own it would stand outside every landmark.
		Tooltip: { defaultProps: { withinPortal: false } },
		Menu: { defaultProps: { withInitialFocusPlaceholder: false, portalProps: { target: "#menus" } } },
		Select: { defaultProps: { comboboxProps: { shadow: "md" } } },
	},
})

const tinted = ["ink", "gray", "red", "green", "teal", "blue", "yellow", "orange", "grape"]

/** Mantine's quieter texts have too little contrast for small print; these have at least 4.5 to 1. */
export const cssVariables: CSSVariablesResolver = ({ colors }) => ({
	variables: {},
	light: {
		"--mantine-color-dimmed": colors.gray[7],
		"--mantine-color-placeholder": colors.gray[7],
		"--mantine-color-error": colors.red[9],
		...Object.fromEntries(tinted.map((name) => [`--mantine-color-${name}-light-color`, colors[name]?.[9] ?? ""])),
		"--mantine-color-teal-light-color": "#05593f",
		"--mantine-color-green-light-color": "#1c5f2b",
		"--mantine-color-yellow-light-color": "#7a4a00",
		"--mantine-color-orange-light-color": "#8a3200",
	},
	dark: {
		"--mantine-color-dimmed": "#b4b6ba",
		"--mantine-color-placeholder": "#a6a8ac",
		"--mantine-color-error": colors.red[4],
		...Object.fromEntries(tinted.map((name) => [`--mantine-color-${name}-light-color`, colors[name]?.[2] ?? ""])),
		"--mantine-color-ink-light": "#2b3850",
		"--mantine-color-yellow-light": "#3b3012",
		"--mantine-color-orange-light": "#40290f",
		"--mantine-color-anchor": colors.ink?.[3] ?? "",
	},
})
