import { randomUUID } from "node:crypto"
import { join } from "node:path"
import * as z from "zod"
import { JsonFile } from "../src/app/json-file.ts"
import type { Target } from "../src/app/target.ts"
import { testKey } from "../src/app/test-key.ts"
import { Refusal } from "../src/customer/refusal.ts"
import type { Route } from "../src/intergiro/dispatcher.ts"
import { checkKey, claimsOf, environmentIdentity, listingOf, warningsOf } from "../src/intergiro/key.ts"
import { checkUrl } from "../src/intergiro/url.ts"
import type { Argument, Reply } from "../src/ipc/requests.ts"
import type { Environment } from "../src/ipc/settings.ts"
import type { PastRun } from "./history.ts"
import type { KeyStore } from "./key-store.ts"
import { Refused } from "./refused.ts"

const keptSchema = z.array(
	z.object({
		id: z.string(),
		name: z.string(),
		kind: z.enum(["test", "live"]),
		url: z.string(),
		/** The key as the system's key store encrypted it, Base64. */
		key: z.string().optional(),
		/** When the key was saved: ISO 8601. */
		keyAt: z.string().optional(),
	}),
)

const sandbox: Environment = {
	id: "sandbox",
	name: "Sandbox",
	kind: "sandbox",
	url: "",
	merchant: "Sandbox on this computer",
	key: "private",
	warnings: [],
	expired: false,
	kept: true,
}

/** What is to become another merchant's; before, where that is known. */
export interface OtherMerchant {
	readonly id: string
	readonly name: string
	readonly before: { readonly merchant: string | undefined; readonly at: string | undefined }
	readonly after: { readonly merchant: string; readonly at: string }
}

/** What the system does for them. */
interface System {
	/** Once the app is ready. */
	keyStore(): KeyStore
	route(url: string): Promise<Route>
}

type Belonging = Pick<PastRun, "environment" | "merchant" | "merchantAt" | "reference">

/** Where customers can be created. Keys are kept as the system encrypts them, or else live only as long as the app does. */
export class Environments {
	readonly #file: JsonFile<typeof keptSchema>
	readonly #keys = new Map<string, string>()
	#keysKept = false
	#reading: Promise<void> | undefined

	constructor(
		home: string,
		private readonly system: System,
	) {
		this.#file = new JsonFile(join(home, "environments.json"), keptSchema, [])
	}

	/** What a person should know of how they were read. */
	get told(): readonly string[] {
		return this.#file.told
	}

	/** Whether the system has a key store. */
	get keysKept(): boolean {
		return this.#keysKept
	}

	/** Once, when the app is ready and before anything else is asked here: until then no key is known. */
	readKeys(): Promise<void> {
		this.#reading ??= this.#readKeys()
		return this.#reading
	}

	async #readKeys(): Promise<void> {
		const store = this.system.keyStore()
		this.#keysKept = await store.isAvailable()
		for (const { id, key: kept } of this.#file.value) {
			const read = kept === undefined ? undefined : await store.decrypt(kept)
			if (read === undefined) continue
			this.#keys.set(id, read.text)
			if (read.again) await this.#encryptAnew(id, read.text)
		}
	}

	/** What cannot be written now is as good as before. */
	async #encryptAnew(id: string, text: string): Promise<void> {
		const key = await this.system.keyStore().encrypt(text)
		if (key === undefined) return
		try {
			this.#file.value = this.#file.value.map((one) => (one.id === id ? { ...one, key } : one))
		} catch {
			// Tried again at the next start.
		}
	}

	list(): Environment[] {
		return [
			sandbox,
			...this.#file.value.map(({ id, name, kind, url, key: kept, keyAt }): Environment => {
				const key = this.#keys.get(id)
				const claims = key === undefined ? undefined : claimsOf(key)
				const listing = claims && listingOf(claims)
				const warnings = claims ? warningsOf(claims, Date.now()) : []
				return {
					id,
					name,
					kind,
					url,
					...(claims?.merchantName === undefined ? {} : { merchant: claims.merchantName }),
					key:
						listing === undefined ? "missing" : listing === "yes" ? "private" : listing === "no" ? "public" : "unknown",
					warnings: warnings.map(({ message }) => message),
					expired: warnings.some(({ kind }) => kind === "expired"),
					kept: kept !== undefined,
					...(keyAt === undefined ? {} : { keyAt }),
				}
			}),
		]
	}

	get(id: string): Environment {
		const found = this.list().find((one) => one.id === id)
		if (found === undefined) throw new Refused("This environment does not exist any more.", "Choose another one.")
		return found
	}

	/**
	 * The environment of a run: that which it began in, or, where that was removed or became another merchant's, the one of the same
	 * merchant at the same URL. Throws `Refused`.
	 */
	of(run: Belonging): Environment {
		const id = this.idOf(run)
		if (id !== undefined) return this.get(id)
		const { merchantAt: merchant, reference } = run
		throw new Refused(
			`This import belongs to ${merchant ?? reference.environment.name}, which is not among the environments any more.`,
			`Add it under Settings, with ${merchant === undefined ? "the same URL and a key of the same merchant" : "this URL and a key of this merchant"}.`,
		)
	}

	/** The id of that environment; nothing where there is none. */
	idOf({ environment, merchant }: Pick<Belonging, "environment" | "merchant">): string | undefined {
		if (environment === sandbox.id) return environment
		const kept = this.#file.value
		const own = kept.find(({ id }) => id === environment)
		if (merchant === undefined) return own?.id
		// While its key is not known, nothing says that it is another merchant's.
		if (own && [undefined, merchant].includes(this.merchantOf(own))) return environment
		return kept.find((one) => this.merchantOf(one) === merchant)?.id
	}

	/** The same for people: `Acme AB at https://…`; nothing for the sandbox, or while the key is not known. */
	merchantAt({ id, url }: Pick<Environment, "id" | "url">): string | undefined {
		const key = this.#keys.get(id)
		return key === undefined ? undefined : merchantAt(url, key)
	}

	/** As its key calls it; nothing where it does not, for the sandbox, or while the key is not known. */
	merchantNamed({ id }: Pick<Environment, "id">): string | undefined {
		const key = this.#keys.get(id)
		return key === undefined ? undefined : claimsOf(key).merchantName
	}

	/** What tells merchants apart, as ledgers are named by it; nothing for the sandbox, or while the key is not known. */
	merchantOf({ id, url }: Pick<Environment, "id" | "url">): string | undefined {
		const key = this.#keys.get(id)
		return key === undefined ? undefined : environmentIdentity(new URL(url), key).merchant
	}

	async target(id: string): Promise<Target> {
		if (id === sandbox.id) return { kind: "sandbox", latency: 60 }
		const { url, name } = this.get(id)
		const key = this.#keys.get(id)
		if (key === undefined)
			throw new Refused(`The API key of ${name} is not known any more.`, "Enter it again.", { environment: id })
		return { kind: "server", url, key, ...(await this.system.route(url)) }
	}

	/**
	 * Tries the key first, so that one that is refused is not kept. Throws `Refused`, with the field that is to blame where one is.
	 * @param isMeant asks whether what is another merchant's from here on is meant to be
	 */
	async save(
		{ id = randomUUID(), name, kind, url, key }: Argument<"environment.save">,
		isMeant: (other: OtherMerchant) => Promise<boolean>,
	): Promise<Reply<"environment.save">> {
		const checkedUrl = about("url", () => checkUrl(url.trim()))
		const { href } = checkedUrl
		const known = this.#file.value.find((one) => one.id === id)
		if (key === undefined && known === undefined)
			throw new Refused("An environment needs an API key.", "Paste the key of the merchant.", { field: "key" })
		if (key === undefined && known && new URL(known.url).origin !== checkedUrl.origin)
			throw new Refused(
				"The key was given for another server.",
				"Enter the key again, so that it goes to no server but the one that it is for.",
				{ field: "key" },
			)
		const checked = key === undefined ? undefined : about("key", () => checkKey(key))
		if (kind === "test") this.#refuseLive(id, checkedUrl, checked ?? this.#keys.get(id))
		const test = checked === undefined ? undefined : await testKey(href, checked, await this.system.route(href))
		if (test?.kind === "refused")
			throw new Refused(test.message, "Copy the key again, or another one, and check the URL.", { field: "key" })
		if (known && checked !== undefined) {
			const before = { merchant: this.merchantOf(known), at: this.merchantAt(known) }
			const after = { merchant: environmentIdentity(checkedUrl, checked).merchant, at: merchantAt(href, checked) }
			if (before.merchant !== after.merchant && !(await isMeant({ id, name: known.name, before, after })))
				throw new Refused("Nothing was saved.", "For another merchant, add an environment of its own.")
		}
		let kept = known?.key
		const keyAt = checked === undefined ? known?.keyAt : new Date().toISOString()
		if (checked !== undefined) {
			kept = await this.system.keyStore().encrypt(checked)
			this.#keys.set(id, checked)
		}
		const saved = {
			id,
			name,
			kind,
			url: href.replace(/\/$/, ""),
			...(kept === undefined ? {} : { key: kept }),
			...(keyAt === undefined ? {} : { keyAt }),
		}
		this.#file.value = known
			? this.#file.value.map((one) => (one.id === id ? saved : one))
			: [...this.#file.value, saved]
		return { environments: this.list(), id, ...(test ? { test } : {}) }
	}

	/** A live merchant that is called a test is created at without its name being typed. */
	#refuseLive(id: string, url: URL, key: string | undefined): void {
		if (key === undefined) return
		const { merchant } = environmentIdentity(url, key)
		const live = this.#file.value.find(
			(one) => one.kind === "live" && one.id !== id && this.merchantOf(one) === merchant,
		)
		if (live !== undefined)
			throw new Refused(
				`This is the merchant of ${live.name}, which is live: customers that are created there are real.`,
				`Use ${live.name}, or the URL and the key of a test merchant.`,
			)
	}

	remove(id: string): Environment[] {
		this.#keys.delete(id)
		this.#file.value = this.#file.value.filter((one) => one.id !== id)
		return this.list()
	}
}

/** What was entered into a field, read; what is wrong with it is said there. */
function about<Read>(field: "url" | "key", read: () => Read): Read {
	try {
		return read()
	} catch (error) {
		throw error instanceof Refusal ? new Refused(error.told, undefined, { field }) : error
	}
}

function merchantAt(url: string, key: string): string {
	return `${claimsOf(key).merchantName ?? "a merchant whom the key does not name"} at ${url.replace(/\/$/, "")}`
}
