import { readFile } from "node:fs/promises"
import { extname, join } from "node:path"
import { app, protocol, type WebFrameMain } from "electron"

const scheme = "app"
const origin = `${scheme}://import`
const files = join(import.meta.dirname, "../renderer")
/** Where the page comes from while the app is developed. */
const served = app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL

/** The address of the window's page. */
export const pageUrl = served ?? `${origin}/index.html`

const types: Readonly<Record<string, string>> = {
	".html": "text/html; charset=utf-8",
	".js": "text/javascript; charset=utf-8",
	".css": "text/css; charset=utf-8",
	".svg": "image/svg+xml",
	".png": "image/png",
	".woff2": "font/woff2",
}

/**
 * Gives the page an origin of its own, before the app is ready: one under `file://` may read any file of the disk, and is of no origin that
 * a policy could name.
 */
export function claimScheme(): void {
	protocol.registerSchemesAsPrivileged([{ scheme, privileges: { standard: true, secure: true } }])
}

/** Answers with the files of the page, and with nothing else. */
export function servePage(): void {
	protocol.handle(scheme, async ({ method, url }) => {
		const { host, pathname } = new URL(url)
		const [, name = ""] = /^\/((?:assets\/)?[\w-]+(?:\.[\w-]+)*)$/.exec(pathname) ?? []
		const type = types[extname(name)]
		if (method !== "GET" || `${scheme}://${host}` !== origin || type === undefined) return nothing()
		try {
			return new Response(await readFile(join(files, name)), { headers: { "content-type": type } })
		} catch {
			return nothing()
		}
	})
}

/** Whether it is the main frame of our own page. */
export function isOwnFrame({ parent, url }: WebFrameMain): boolean {
	if (parent !== null) return false
	return served ? url.startsWith(served) : url.split("#")[0] === pageUrl
}

function nothing(): Response {
	return new Response(undefined, { status: 404 })
}
