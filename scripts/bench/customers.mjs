/** The files that are measured: clean customers with a card token each. */
import { once } from "node:events"
import { createWriteStream } from "node:fs"

const base64 = (value) => Buffer.from(JSON.stringify(value)).toString("base64url")

/** One name in twenty is quoted. `padding` makes the tokens long. */
export async function generate(path, rows, padding = 0) {
	const file = createWriteStream(path, { highWaterMark: 1 << 20 })
	const head = base64({ alg: "RS256", typ: "JWT" })
	// What is sealed in a token is another in each.
	const claimsOf = (row) =>
		base64({
			iss: "card",
			aud: "production",
			xpr: [12, 99],
			...(padding ? { enc: String(row).padStart(padding, "x") } : {}),
		})
	const same = claimsOf(0)
	let state = 1
	const random = () => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0
		return state
	}
	let text = "number,firstName,lastName,email,phone,street,zip,city,country,token\n"
	for (let row = 0; row < rows; row++) {
		const name = row % 20 === 0 ? '"Berg, ""Bo"""' : "Berg"
		const signature = [random(), random(), random(), random()]
			.map((part) => part.toString(36).padStart(7, "0"))
			.join("")
		text += `C${100_000 + row},Anna,${name},anna${row}@example.com,+4670${1_000_000 + (row % 9_000_000)},Storgatan ${row % 99},111 ${10 + (row % 90)},Stockholm,SE,${head}.${padding ? claimsOf(row) : same}.${signature}\n`
		if (text.length > 1 << 20) {
			if (!file.write(text)) await once(file, "drain")
			text = ""
		}
	}
	file.end(text)
	await once(file, "finish")
}
