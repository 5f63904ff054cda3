import fc from "fast-check"
import { expect, test } from "vitest"
import { byInitial } from "../../src/customer/by-initial.ts"

const whole = (words: string) => new RegExp(`^[(*]*(?:${words})[)*]*$`, "i")

/** Every form that the beginning of an alternative may have. */
const alternatives = [
	"unknown|okän[dt]|n\\.?a\\.?|\\?+|[;:,]+|x{2,}",
	"(?:please )?(?:do not|don['’]?t)(?: use)?|(?:(?:user|kunde?)[ _-]+)?(?:deleted|gel(?:ö|oe)scht)",
	"[ií]dem|[l-n]ow|\\d+|.z|a?b?c|(?:d|e)?f?|k*l|m{0,2}n|(?=o)o|(?:p|[q-s]|\\w)t|éa",
].flatMap((list) => [list, ...list.split("|").filter((one) => !/[()]/.test(one))])

test.each(alternatives)("%s matches what it matches at once", (list) => {
	const pattern = whole(list)
	const matches = byInitial(list, whole)
	const matching = fc.stringMatching(new RegExp(`^(?:${list.replace("(?=o)", "")})$`))
	const cased = fc.tuple(matching, fc.boolean()).map(([text, isLoud]) => (isLoud ? text.toUpperCase() : text))
	const short = fc.string({ unit: fc.constantFrom(..."abcdefghijklmnopqrstuvwxyzKS(*?.ſKé "), maxLength: 5 })
	fc.assert(
		fc.property(fc.oneof(cased, short, fc.string()), (text) => {
			expect(matches(text)).toBe(pattern.test(text))
		}),
		{ numRuns: 300 },
	)
})
