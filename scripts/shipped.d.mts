export interface Shipped {
	readonly name: string
	readonly version: string
	readonly license: string
	readonly integrity: string
	readonly places: readonly string[]
}
export function shipped(): Shipped[]
export function thirdParty(): string
export function sbom(): {
	readonly bomFormat: string
	readonly components: {
		readonly name: string
		readonly purl: string
		readonly hashes: { readonly content: string }[]
	}[]
}
