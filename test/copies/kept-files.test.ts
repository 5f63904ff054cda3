import { afterAll, beforeAll, expect, it } from "vitest"
import { type Merchant, startMerchant } from "../cli/merchant.ts"
import { stride } from "../sample.ts"
import { KeptFiles, kept, ways } from "./kept-files.ts"

/** One position in so many, each with one way to go on, in turn; with `FILE_POSITIONS=1` all of them, with every way. */
const { FILE_POSITIONS } = process.env
const step = Number(FILE_POSITIONS ?? stride(3_001))
let turn = 0
const waysInTurn = () => (FILE_POSITIONS === undefined ? ways.filter((_, index) => index === turn % ways.length) : ways)

let merchant: Merchant
let files: KeptFiles
beforeAll(async () => {
	merchant = await startMerchant()
	files = new KeptFiles(merchant)
	await files.begin()
})
afterAll(async () => {
	await merchant.close()
	files.remove()
})

/** Ways to change a file: a name, and what is there afterwards; nothing when it is gone. */
function* changes(bytes: Buffer): Generator<readonly [how: string, bytes: Buffer | undefined]> {
	yield ["untouched", bytes]
	yield ["gone", undefined]
	yield ["emptied", Buffer.alloc(0)]
	for (let at = 0; at < bytes.length; at += step) {
		const copy = Buffer.from(bytes)
		copy[at] = (copy[at] ?? 0) ^ (1 << (at % 8))
		yield [`altered at ${at}`, copy]
		yield [`cut to ${at}`, bytes.subarray(0, at)]
	}
}

it.each(kept)(
	"whatever happens to %s, nobody is created twice, and every row stands in one file",
	async (name) => {
		const ended: Record<string, number> = {}
		for (const [how, bytes] of changes(files.bytes(name))) {
			for (const way of waysInTurn()) {
				const { violations, why = "went through" } = await files.goOn(name, bytes, way)
				expect(violations, `${name} ${how}, in ${way.into} folder with a ${way.key} key`).toEqual([])
				ended[why] = (ended[why] ?? 0) + 1
			}
			turn += 1
		}
		console.info(`${name}: ${JSON.stringify(ended)}`)
	},
	3_600_000,
)
