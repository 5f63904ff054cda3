import { jwt } from "../jwt.ts"
import { ordinary } from "../letters/ordinary.ts"

const numbers: readonly ((n: number) => string)[] = [
	(n) => String(10_000 + n),
	(n) => `K-${n}`,
	(n) => `SUM-${n}`,
	(n) => `TOTAL${n}`,
	(n) => `kund${n}@example.com`,
	(n) => `550e8400-e29b-41d4-a716-${String(446_655_440_000 + n)}`,
	(n) => `SE/${n}/A`,
	(n) => `Kund ${n}`,
	(n) => `cus_${n.toString(36)}Nv`,
	(n) => `anna.berg.${n}`,
	(n) => `${n}-A`,
	(n) => `#${n}`,
]
const streets = [
	"Storgatan 1",
	"1 Main St",
	"Box 12",
	"Straße des 17. Juni 135",
	"c/o Berg, Vägen 3 B",
	"Rue de l'Été 5",
]
const cities = ["Malmö", "Þórshöfn", "Łódź", "İzmir", "Đà Nẵng", "Αθήνα", "Київ", "København", "Page", "Ende", "By"]

/** Rows of customers as files have them: every form of number and name once and again, some cells empty. */
export const columns = ["Customer ID", "Name", "Street", "City", "Email", "Card token"] as const

export function ordinaryRow(n: number): readonly string[] {
	const pick = <Value>(values: readonly Value[], step: number) => values[Math.floor(n / step) % values.length] as Value
	return [
		pick(numbers, 1)(n),
		pick(ordinary, 1),
		n % 7 === 3 ? "" : pick(streets, 3),
		n % 11 === 5 ? "" : pick(cities, 2),
		n % 5 === 4 ? "" : `a.b+c%d${n}@example.com`,
		n % 9 === 2 ? "" : jwt({ iss: "card", iat: n, xpr: [12, 30] }),
	]
}
