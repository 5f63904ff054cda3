/** The body of one `POST /v1/customer` (`Customer.Creatable` of the Intergiro API). The Zod schema stands in `schema.ts`. */
export interface Creatable {
	readonly number: string
	readonly contact?: Contact
	readonly method: readonly Method[]
	/** ISO 4217. Intergiro takes SEK when it is left out. */
	readonly currency?: string
	readonly limit?: number
	readonly schedule?: "daily" | "weekly" | "monthly" | "quarterly" | "yearly"
}

export interface Contact {
	readonly type?: "person" | "organization"
	readonly identityNumber?: string
	readonly name?: string | { readonly first: string; readonly last: string }
	readonly email?: string | { readonly primary?: string; readonly billing?: string }
	readonly phone?: string | { readonly primary?: string; readonly cellphone?: string; readonly landline?: string }
	readonly address?: Address | { readonly [Key in "primary" | "billing" | "delivery" | "visit"]?: Address }
}

export interface Address {
	readonly street?: string
	readonly zipCode?: string
	readonly city?: string
	/** ISO 3166-1 alpha-2. */
	readonly countryCode?: string
}

export interface Method {
	readonly type: "token"
	/** A single-use card token. */
	readonly card: string
	readonly client?: { readonly ip?: string; readonly browser?: Browser }
}

export interface Browser {
	readonly colorDepth?: number
	/** Width and height in pixels. */
	readonly resolution?: readonly [number, number]
	readonly java?: boolean
	readonly javascript?: boolean
	/** `language-COUNTRY`. */
	readonly locale?: string
	/** Minutes, as JavaScript's `getTimezoneOffset()` gives them. */
	readonly timezone?: number
	/** Origin of the page. */
	readonly parent?: string
}
