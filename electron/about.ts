import { app } from "electron"

/** What the bundler was told of the source it built; see `electron.vite.config.ts`. */
declare const BUILD: string

/** Version, build and Electron, as a person tells them to whoever helps. */
export function versions(): string {
	return `${app.getVersion()} (build ${BUILD}, Electron ${process.versions.electron})`
}

/** What the menu's About shows. */
export function setAbout(): void {
	app.setAboutPanelOptions({
		applicationName: app.getName(),
		applicationVersion: versions(),
		// On macOS it stands in brackets behind the version.
		version: "",
		copyright: "MIT license. The libraries in it and their licences are in the folder licenses, beside the program.",
	})
}
