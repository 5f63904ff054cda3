export interface Rule {
	readonly name: string
	readonly reason: string
}
export const rules: readonly Rule[]
export function breaches(root: string): Promise<string[]>
