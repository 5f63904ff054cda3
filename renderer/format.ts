import { useMemo } from "react"
import { useStore } from "./store.tsx"

/** Numbers, sizes, dates and times as the person's own locale writes them. */
export function useFormat() {
	const { locale } = useStore().state.app
	return useMemo(() => {
		const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
		const fine = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
		const share = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 })
		const when = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" })
		const time = new Intl.DateTimeFormat(locale, { timeStyle: "medium" })
		return {
			count: (value: number) => whole.format(value),
			decimal: (value: number) => fine.format(value),
			share: (value: number) => share.format(value),
			/** Of a moment in ISO 8601, or in milliseconds since 1970. */
			time: (moment: string | number) => time.format(new Date(moment)),
			when: (iso: string) => when.format(new Date(iso)),
			size: (bytes: number) => {
				if (bytes < 1_000) return `${whole.format(bytes)} bytes`
				return bytes < 1_000_000 ? `${fine.format(bytes / 1_000)} kB` : `${fine.format(bytes / 1_000_000)} MB`
			},
			/** `1 row`, `2 rows`. */
			counted: (value: number, one: string, many = `${one}s`) => `${whole.format(value)} ${value === 1 ? one : many}`,
		}
	}, [locale])
}
