/** So many of something, as English says it: `1 row`, `1,200 rows`. @param many where it is not the one with an s */
export function counted(count: number, one: string, many = `${one}s`): string {
	return `${count.toLocaleString("en")} ${count === 1 ? one : many}`
}
