import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { SafeStorage } from "electron"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { Environments } from "../../electron/environments.ts"
import { type KeyStore, systemKeyStore } from "../../electron/key-store.ts"
import { type Merchant, startMerchant } from "../cli/merchant.ts"

const lock = (text: string, secret: string) => Buffer.from(`${secret}:${text}`)
const unlock = (bytes: Buffer, secrets: readonly string[]) => {
	const [, secret = "", text = ""] = /^(\w+):(.*)$/s.exec(bytes.toString()) ?? []
	if (!secrets.includes(secret)) throw new Error("Error while decrypting the ciphertext provided to safeStorage.")
	return text
}

/** The functions of Electron up to 40, or those since, which read what the former encrypted. */
function storage({
	isAsync = true,
	backend = "gnome_libsecret",
	available = true,
	secret = "new",
	former = ["old"],
} = {}): SafeStorage {
	const refused = () => {
		throw new Error("Not by this function.")
	}
	const before = {
		isEncryptionAvailable: () => available,
		encryptString: (text: string) => lock(text, secret),
		decryptString: (bytes: Buffer) => unlock(bytes, [secret]),
		getSelectedStorageBackend: () => backend,
	}
	const since = {
		...before,
		isEncryptionAvailable: refused,
		encryptString: refused,
		decryptString: refused,
		isAsyncEncryptionAvailable: async () => available,
		encryptStringAsync: async (text: string) => lock(text, secret),
		decryptStringAsync: async (bytes: Buffer) => ({
			result: unlock(bytes, [secret, ...former]),
			shouldReEncrypt: !bytes.toString().startsWith(secret),
		}),
	}
	return (isAsync ? since : before) as unknown as SafeStorage
}

const on = (options: Parameters<typeof storage>[0], platform: NodeJS.Platform = "linux") =>
	systemKeyStore(storage(options), platform)

describe.each([true, false])("the system's key store, asynchronous: %s", (isAsync) => {
	it("gives back what it was given, which does not stand in what is kept", async () => {
		const store = on({ isAsync })
		const kept = await store.encrypt("key")
		expect(kept).not.toContain("key")
		expect(await store.decrypt(kept ?? "")).toEqual({ text: "key", again: false })
	})

	it.each([
		["where there is none", { available: false }, "win32"],
		["where it hides nothing", { backend: "basic_text" }, "linux"],
	] as const)("keeps nothing %s", async (_, options, platform) => {
		const store = on({ isAsync, ...options }, platform)
		expect([await store.isAvailable(), await store.encrypt("key")]).toEqual([false, undefined])
	})

	it("has nothing where it cannot be read any more", async () => {
		const kept = await on({ isAsync, secret: "lost" }).encrypt("key")
		expect(await on({ isAsync }).decrypt(kept ?? "")).toBeUndefined()
	})
})

describe("the keys of environments", () => {
	let home = ""
	let merchant: Merchant
	beforeEach(async () => {
		home = mkdtempSync(join(tmpdir(), "keys-"))
		merchant = await startMerchant()
	})
	afterEach(async () => {
		rmSync(home, { recursive: true, force: true })
		await merchant.close()
	})

	const opened = async (store: KeyStore) => {
		const environments = new Environments(home, { keyStore: () => store, route: async () => ({}) })
		await environments.readKeys()
		return environments
	}
	const saved = async (store: KeyStore) => {
		const environments = await opened(store)
		const given = { name: "Acme", kind: "test", url: merchant.url, key: merchant.key } as const
		return (await environments.save(given, async () => true)).id
	}
	const onDisk = () => readFileSync(join(home, "environments.json"), "utf8")

	it("are those that an older Electron encrypted, and are encrypted anew where the system asks for it", async () => {
		const id = await saved(on({ isAsync: false, secret: "old" }))
		expect(onDisk()).toContain(lock(merchant.key, "old").toString("base64"))
		const target = await (await opened(on({}))).target(id)
		expect(target).toMatchObject({ kind: "server", key: merchant.key })
		expect(onDisk()).toContain(lock(merchant.key, "new").toString("base64"))
	})

	it("are known until the app closes where nothing keeps them, and are asked for again then", async () => {
		const nothing = on({ available: false })
		const environments = await opened(nothing)
		const given = { name: "Acme", kind: "test", url: merchant.url, key: merchant.key } as const
		const { id } = await environments.save(given, async () => true)
		expect(await environments.target(id)).toMatchObject({ key: merchant.key })
		expect(environments.get(id).kept).toBe(false)
		await expect((await opened(nothing)).target(id)).rejects.toThrow("is not known any more")
	})
})
