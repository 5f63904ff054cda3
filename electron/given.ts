/** Without the keys that are undefined. */
export function given<Value extends object>(value: Value): { [Key in keyof Value]: Exclude<Value[Key], undefined> } {
	return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as {
		[Key in keyof Value]: Exclude<Value[Key], undefined>
	}
}
