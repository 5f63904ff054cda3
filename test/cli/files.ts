import { writeFileSync } from "node:fs"
import { join } from "node:path"

/** A plain file of `count` customers with a card each: `c0001`, `c0002`, … */
export function plainFile(folder: string, count: number, name = "customers.csv", note = ""): string {
	const lines = Array.from({ length: count }, (_, index) => {
		const number = `c${String(index + 1).padStart(4, "0")}`
		return `${number},Name ${index + 1},${number}@example.com,token-${number}${note && `,${note}`}`
	})
	const path = join(folder, name)
	writeFileSync(path, `${[`number,name,email,card token${note && ",notes"}`, ...lines].join("\n")}\n`)
	return path
}
