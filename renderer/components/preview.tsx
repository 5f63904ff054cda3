import type { OpenedFile } from "../../src/ipc/file.ts"

/** The first rows, as they will be read. */
export function Preview({ file }: { file: OpenedFile }) {
	const columns = file.columns.map((column, index) => ({ column, index }))
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
		<section className="scroll" tabIndex={0} aria-label="First rows of the file">
			<table className="preview">
				<thead>
					<tr>
						<th className="cell" data-head data-number>
							Row
						</th>
						{columns.map(({ column, index }) => (
							<th key={index} className="cell" data-head>
								{column}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{file.preview.map(({ row, cells }) => (
						<tr key={row}>
							<td className="cell" data-number>
								{row}
							</td>
							{columns.map(({ index }) => (
								<td key={index} className="cell" title={cells[index]}>
									{cells[index]}
								</td>
							))}
						</tr>
					))}
				</tbody>
			</table>
		</section>
	)
}
