/**
 * `npm run package:test`: a .deb of what is built, in the Electron that this machine has, to try how it is installed, started and removed.
 * It is called `-test`, lies apart from the real one, and is never shipped. Laid out as electron-builder does it, by dpkg-deb.
 */
import { execFile } from "node:child_process"
import { chmod, cp, lstat, mkdir, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { promisify } from "node:util"
import { FuseV1Options, FuseVersion, flipFuses } from "@electron/fuses"
import { describe, electronRuntime } from "./electron-runtime.mjs"
import { beside, otherLicences, sbom } from "./shipped.mjs"

const run = promisify(execFile)
const root = join(import.meta.dirname, "..")
const manifest = JSON.parse(await readFile(join(root, "package.json"), "utf8"))

/** The program in the folder that it is installed to, which is the same as electron-builder's. */
const executable = "intergiro-customer-import"
export const name = "intergiro-customer-import-test"
export const folder = `/opt/${name}`
export const command = "/usr/bin/intergiro-import-test"

/** Makes the package; its path. */
export async function makeTestDeb() {
	const runtime = await electronRuntime()
	console.log(describe(runtime))
	const work = join(root, "dist", name)
	await rm(work, { recursive: true, force: true })
	const app = join(work, folder)
	await cp(join(runtime.executable, ".."), app, { recursive: true, filter: isShipped })
	await cp(runtime.executable, join(app, executable))
	await flipFuses(join(app, executable), {
		version: FuseVersion.V1,
		[FuseV1Options.RunAsNode]: true,
		[FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
		[FuseV1Options.EnableNodeCliInspectArguments]: false,
		[FuseV1Options.OnlyLoadAppFromAsar]: true,
		[FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
	})
	await archive(join(app, "resources", "app.asar"))
	await cp(join(root, "build/bin/intergiro-import"), join(app, "bin/intergiro-import"))
	for (const part of ["main", "renderer"])
		await cp(join(root, `out/${part}/licenses.md`), join(app, `licenses/${part}.md`))
	await put(app, "licenses/others.md", otherLicences())
	await chmod(join(app, "chrome-sandbox"), 0o4755)
	await put(work, "usr/bin/.keep", "")
	await rm(join(work, "usr/bin/.keep"))
	await symlink(`${folder}/bin/intergiro-import`, join(work, command))
	await put(work, `usr/share/applications/${name}.desktop`, desktopEntry)
	await cp(join(root, "build/icon.png"), join(work, `usr/share/icons/hicolor/1024x1024/apps/${name}.png`))
	await put(app, "licenses/sbom.cdx.json", `${JSON.stringify(sbom(runtime.version), undefined, "\t")}\n`)
	const own = await readFile(join(root, "LICENSE"), "utf8")
	const others = `The libraries in it and their licences are in ${folder}/licenses, those of Electron and Chromium beside it.`
	await put(work, `usr/share/doc/${name}/copyright`, `${own}\n${others}\n`)
	await put(work, "DEBIAN/control", control(runtime, await sizeOf(work)))
	const path = join(root, "dist", `${name}_${manifest.version}_amd64.deb`)
	await run("dpkg-deb", ["--build", "--root-owner-group", "-Zgzip", "-z1", work, path])
	await rm(work, { recursive: true })
	return path
}

/** Of Electron all but its own executable's name, what other apps are made with, and the languages that the app has not. */
function isShipped(source) {
	return !/\/(electron|resources\/.+|locales\/(?!en-US\.pak)[^/]+)$/.test(source)
}

/** Of a library what runs: neither its types nor its own tests. */
function isRun(source) {
	return !/\.d\.[cm]?ts$|\/tests?\.js$/.test(source)
}

/** The app as electron-builder packs it: the bundles, and what lies beside them. */
async function archive(path) {
	const staged = `${path}.d`
	const { name, productName, version, type, main, license } = manifest
	await put(staged, "package.json", JSON.stringify({ name, productName, version, type, main, license }))
	await cp(join(root, "out"), join(staged, "out"), {
		recursive: true,
		filter: (path) => !/[.]map$|out[/]types|main[/]library[.]js$/.test(path),
	})
	await cp(join(root, "LICENSE"), join(staged, "LICENSE"))
	for (const library of beside())
		await cp(join(root, "node_modules", library), join(staged, "node_modules", library), {
			recursive: true,
			filter: isRun,
		})
	await run("npx", ["--yes", "@electron/asar@3.4.1", "pack", staged, path])
	await rm(staged, { recursive: true })
}

const desktopEntry = `[Desktop Entry]
Type=Application
Name=${manifest.productName} (test)
Exec=${folder}/${executable} %F
Icon=${name}
Categories=Office;
MimeType=text/csv;application/vnd.openxmlformats-officedocument.spreadsheetml.sheet;
`

const control = (runtime, size) => `Package: ${name}
Version: ${manifest.version}
Architecture: amd64
Maintainer: Intergiro <noreply@intergiro.com>
Homepage: ${manifest.homepage}
Installed-Size: ${Math.ceil(size / 1024)}
Section: misc
Priority: optional
Depends: libgtk-3-0 | libgtk-3-0t64, libnss3, libasound2 | libasound2t64, libgbm1
Description: For trying the installation only: ${manifest.productName}
 ${describe(runtime)}. Never to be given to anybody.
`

/** Bytes of all files below a folder. */
async function sizeOf(path) {
	const entries = await readdir(path, { recursive: true, withFileTypes: true })
	const files = entries.filter((entry) => entry.isFile()).map((entry) => lstat(join(entry.parentPath, entry.name)))
	return (await Promise.all(files)).reduce((sum, { size }) => sum + size, 0)
}

async function put(base, path, text) {
	await mkdir(join(base, path, ".."), { recursive: true })
	await writeFile(join(base, path), text)
}

if (process.argv[1] === import.meta.filename) console.log(`Made ${await makeTestDeb()}`)
