export interface Shipped {
	readonly name: string
	readonly version: string
	readonly license: string
	readonly integrity: string
	readonly places: readonly string[]
	readonly within: readonly { readonly name: string; readonly license: string }[]
}
export function shipped(electron?: string): Shipped[]
export function beside(): string[]
export function otherLicences(): string
export function thirdParty(): string
export function sbom(electron?: string): {
	readonly bomFormat: string
	readonly components: {
		readonly name: string
		readonly purl: string
		readonly components?: { readonly name: string }[]
		readonly hashes: { readonly content: string }[]
	}[]
}
