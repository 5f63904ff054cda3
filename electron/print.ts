import { writeFile } from "node:fs/promises"
import { BrowserWindow } from "electron"
import type { Result } from "../src/ipc.ts"
import { outcomeKinds } from "../src/run/outcome.ts"

/** Writes the report of a run as a PDF, to be signed and filed. */
export async function printReport(result: Result, path: string): Promise<void> {
	const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true, javascript: false } })
	try {
		await window.loadURL(`data:text/html;charset=utf-8,${encodeURIComponent(reportPage(result))}`)
		await writeFile(path, await window.webContents.printToPDF({ pageSize: "A4", printBackground: true }))
	} finally {
		window.destroy()
	}
}

function reportPage(result: Result): string {
	const { run, outcomes, pending, rows } = result
	const counts = outcomeKinds.filter((kind) => outcomes[kind] > 0).map((kind) => [kind, outcomes[kind]] as const)
	const facts = [
		["File", run.file],
		["Size", `${result.size} bytes`],
		["SHA-256", result.sha256],
		["Environment", `${run.environment.name} (${run.environment.kind}), ${result.url}`],
		["Run", run.id],
		["Started", result.started],
		["Ended", result.ended],
		["Requests of the last session", `${result.requests}, ${result.perSecond.toFixed(1)} a second`],
		["Stopped", result.stop ?? "no, it came to its end"],
	]
	const balance = [...counts, ...(pending > 0 ? [["not yet sent", pending] as const] : [])]
	return `<!doctype html><meta charset="utf-8"><title>Import report</title><style>
	body { font: 11pt/1.5 sans-serif; margin: 1.5cm; color: #111 }
	h1 { font-size: 18pt; margin: 0 0 4pt } h2 { font-size: 13pt; margin: 20pt 0 6pt }
	table { border-collapse: collapse; width: 100% } td { padding: 4pt 8pt 4pt 0; border-bottom: 0.5pt solid #bbb; vertical-align: top }
	td:first-child { width: 38%; color: #444 } .sum td { font-weight: bold; border-top: 1pt solid #111 } .count { text-align: right }
	code { word-break: break-all } .sign { display: flex; gap: 2cm; margin-top: 2.5cm } .sign div { flex: 1; border-top: 0.5pt solid #111; padding-top: 4pt }
	</style><h1>Import of customers</h1><div>${escaped(run.file)}</div>
	<h2>Balance</h2><table>${balance.map(([name, count]) => `<tr><td>${escaped(name)}<td class="count">${count}</tr>`).join("")}
	<tr class="sum"><td>rows in the file<td class="count">${rows}</tr></table>
	<p>${result.balanced ? "Every row of the file is accounted for." : "The rows do not add up: see summary.json."}</p>
	<h2>Facts</h2><table>${facts.map(([name = "", value = ""]) => `<tr><td>${escaped(name)}<td><code>${escaped(value)}</code></tr>`).join("")}</table>
	<div class="sign"><div>Prepared by, date</div><div>Approved by, date</div></div>`
}

function escaped(text: string): string {
	return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
}
