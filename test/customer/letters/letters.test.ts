import { describe, expect, test } from "vitest"
import { isEscaped, unescaped } from "../../../src/customer/letters/escapes.ts"
import { isInQuotes, oddLetters } from "../../../src/customer/letters/odd-letters.ts"
import { ordinary } from "./ordinary.ts"

describe("letters", () => {
	test.each(ordinary)("%s is as people write it", (text) => {
		expect(oddLetters(text)).toBeUndefined()
		expect(isEscaped(text)).toBe(false)
		expect(unescaped(text)).toBe(text)
		expect(isInQuotes(text)).toBe(false)
	})

	test.each([
		"Sj÷str÷m",
		"÷rebro",
		"Malm÷",
		"┼sa",
		"─ngelholm",
		"SjÃ¶strÃ¶m",
		"Ã…sa",
		"Å‚ukasz",
		"Ð˜Ð²Ð°Ð½",
		"Fï¿½rnamn",
		"Sjˆstrˆm",
		"‰ngelholm",
		"Sj”str”m",
		"Oâ€™Brien",
		"M¿ller",
		"S√∂der",
		"F¤rg",
	])("%s was read in a wrong encoding", (text) => expect(oddLetters(text)).toBe("mis-decoded"))

	test.each(["M?ller", "Sj?str?m", "?yvind Moen", "Anna ?berg", "M\ufffdller", "\ufffdsa"])(
		"%s lost a letter",
		(text) => expect(oddLetters(text)).toBe("lost"),
	)

	test.each([
		"Sj|str|m",
		"G|ran",
		"}sa",
		"[ngelholm",
		"\\rebro",
		"K{llstr|m",
		"Ume}",
		"Malm|, Sk}ne",
		"Stra~e 5",
		"K{llstr}m",
		"BJ|rn",
	])("%s is in seven bits", (text) => expect(oddLetters(text)).toBe("seven-bit"))

	test.each(["Аnna Berg", "Annа", "Beρg", "Мaria"])("%s has two scripts", (text) =>
		expect(oddLetters(text)).toBe("two-scripts"),
	)

	test.each(["“K1”", "„K1“", "«K1»", "»K1«", "’K1’", "＂K1＂", "「K1」"])("%s is in quotes", (text) =>
		expect(isInQuotes(text)).toBe(true),
	)
})

describe("escapes", () => {
	test.each([
		["Möller &amp; Söhne", "Möller & Söhne"],
		["O&#39;Brien", "O'Brien"],
		["O&#x27;Brien", "O'Brien"],
		["&quot;Kalle&quot;", '"Kalle"'],
		["a &lt; b &gt; c", "a < b > c"],
		["Sj&#246;str&#xF6;m", "Sjöström"],
		["Storgatan 1_x000D_", "Storgatan 1"],
		["Storgatan 1_x000D_\nLgh 2", "Storgatan 1\nLgh 2"],
		["Storgatan 1_x000D_Lgh 2", "Storgatan 1\nLgh 2"],
		["Sj%C3%B6str%C3%B6m", "Sjöström"],
		["Anna%20Berg", "Anna Berg"],
		["Ren\\u00e9e", "Renée"],
		["Sj\\u00F6str\\u00F6m AB", "Sjöström AB"],
		["A&amp;amp;B", "A&amp;B"],
	])("%s is %s", (text, clear) => {
		expect(isEscaped(text)).toBe(true)
		expect(unescaped(text)).toBe(clear)
	})

	test.each([
		"Sj&ouml;str&ouml;m",
		"Anna&nbsp;Berg",
		"Sj%F6str%F6m%C3%28",
		"Sj%C3%B6str%C3%B6m AB",
		"50% av %C3%B6",
		"Ren\\u00e9e \\ Bo",
		"a&#0;b",
		"a&#xD800;b",
		"a\\ud83d",
		"a&#1114112;b",
	])("%s is not certain, and stays", (text) => expect(unescaped(text)).toBe(text))

	test.each(["Sj&ouml;str&ouml;m", "Anna&nbsp;Berg", "Sj%C3%B6str%C3%B6m AB", "Ren\\xe9"])("%s is told", (text) =>
		expect(isEscaped(text)).toBe(true),
	)
})
