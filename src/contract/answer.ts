import type { CameBack, StoredCard } from "./outcome.ts"

/**
 * What an answer to `POST /v1/customer`, or its absence, means. The classification is made in `intergiro/`;
 * the engine acts on nothing but this.
 */
export type Answer =
	| ({ readonly kind: "created"; readonly id: string } & CameBack)
	/** Created, under another number than was sent. */
	| ({ readonly kind: "renumbered"; readonly id: string; readonly given: string } & CameBack)
	/** `page`: with a page or with nothing, so that it may be the word of something on the way. */
	| { readonly kind: "rejected"; readonly code: string; readonly message: string; readonly page?: true }
	| { readonly kind: "verification-required"; readonly message: string; readonly url?: string }
	/** Certainly not applied; may be tried again after a back-off. */
	| { readonly kind: "not-applied"; readonly code: string; readonly message: string }
	/** 429: certainly not applied, everyone pauses. `wait` in milliseconds, when told. */
	| { readonly kind: "throttled"; readonly status: number; readonly wait?: number; readonly message: string }
	/**
	 * Sent, and not known whether applied. `wait`: milliseconds that everyone is asked to wait. `ailing`: the server or the way to it is
	 * unwell (5xx, a lost connection, a gateway's page), so that only one request at a time should find out how it goes on. `recurs`: it
	 * would be the same with every other request, so that the run stops for this reason.
	 */
	| {
			readonly kind: "ambiguous"
			readonly code: string
			readonly message: string
			readonly wait?: number
			readonly ailing?: boolean
			readonly recurs?: "breaker" | "wrong-environment"
	  }
	/** The environment is wrong (key, certificate, proxy, URL); certainly not applied; the run stops. `page`: as above. */
	| { readonly kind: "wrong-environment"; readonly code: string; readonly message: string; readonly page?: true }

/** What an answer to `POST /v1/customer/:id/method`, or its absence, means. */
export type CardAnswer =
	/** `differs`: in what it is another card than the token says, as paths in the request. */
	| { readonly kind: "added"; readonly card: StoredCard; readonly differs?: readonly string[] }
	| Exclude<Answer, { readonly kind: "created" | "renumbered" }>
