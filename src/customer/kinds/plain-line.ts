const capital = "[A-ZÀ-ÂÄ-ÖØ-Þ]"
/** Of these letters `xx` and `zz` cannot be made, which somebody writes around a name to mark it. */
const markless = new RegExp(`^${words("[a-wyà-öø-ÿ]")}$`)
const line = new RegExp(`^${words("[a-zà-öø-ÿ]")}(?: \\d{1,4}(?: ?[A-Za-z])?)?$`)
const longest = 200

/** Words that each begin with a capital and go on in small letters, with a space or a hyphen between them. */
function words(small: string): string {
	return `${capital}${small}+(?:[ -]${capital}${small}+)*`
}

/** Whether a text is written as most names of persons are: nothing in it is set apart, shouted or written small. */
export function isPlainName(text: string): boolean {
	return text.length <= longest && markless.test(text)
}

/** Whether a text is written as most names and streets are, perhaps with the number of a house: there is no sign in it that could be odd. */
export function isPlainLine(text: string): boolean {
	return text.length <= longest && line.test(text)
}
