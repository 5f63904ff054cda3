import type { Trick } from "../cli/merchant.ts"
import type { Random } from "../simulation/random.ts"
import { lie } from "./judge.ts"

/** What the server does with each creation for a while, and with some it does badly. */
export function weather(random: Random): (number: string) => Trick {
	const bad = random.pick([0, 0.2, 0.5])
	return (number) => {
		if (!random.chance(bad)) return "create"
		return random.pick<Trick>([
			"create-and-drop",
			"create-and-fail",
			"drop",
			{ status: 201, body: { id: `${lie}${number}`, number, status: "active" } },
			{ status: 503, creates: number, headers: { "retry-after": "0" }, body: "<html>Unavailable</html>" },
			{ status: 400, body: { status: 400, type: "x", error: "card declined" } },
			{ status: 429, headers: { "retry-after": "0" }, body: {} },
		])
	}
}
