import { name, version } from "../../package.json" with { type: "json" }

/** What wrote a file: name and version. */
export const tool = `${name} ${version}`
