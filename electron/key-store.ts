import type { SafeStorage } from "electron"

/** Encrypts for this person on this computer. What it gives and takes is Base64. */
export interface KeyStore {
	/** Nothing where the system has no store that hides anything from anyone. */
	encrypt(text: string): Promise<string | undefined>
	/** Nothing where it cannot be read any more; `again` where it is to be encrypted anew, as what it was encrypted with is outdated. */
	decrypt(kept: string): Promise<{ readonly text: string; readonly again: boolean } | undefined>
	isAvailable(): Promise<boolean>
}

/**
 * The system's key store, once the app is ready: by Electron's asynchronous functions, which do not hold up everything else while a person is
 * asked for a password. Older Electrons have the synchronous ones alone; either reads what the other encrypted.
 */
export function systemKeyStore(safeStorage: SafeStorage, platform: NodeJS.Platform): KeyStore {
	const isAsync = typeof safeStorage.encryptStringAsync === "function"
	const isAvailable = async () => {
		const available = isAsync ? await safeStorage.isAsyncEncryptionAvailable() : safeStorage.isEncryptionAvailable()
		// The `basic_text` of Linux hides a key from no one.
		return available && (platform !== "linux" || safeStorage.getSelectedStorageBackend() !== "basic_text")
	}
	return {
		isAvailable,
		async encrypt(text) {
			if (!(await isAvailable())) return undefined
			const kept = isAsync ? await safeStorage.encryptStringAsync(text) : safeStorage.encryptString(text)
			return kept.toString("base64")
		},
		async decrypt(kept) {
			const bytes = Buffer.from(kept, "base64")
			try {
				if (!isAsync) return { text: safeStorage.decryptString(bytes), again: false }
				const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(bytes)
				return { text: result, again: shouldReEncrypt }
			} catch {
				return undefined
			}
		},
	}
}
