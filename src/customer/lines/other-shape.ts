import type { Finding } from "../finding.ts"

/**
 * What is said of rows that are no customers, or whose cells are not those of the columns; whatever the columns hold. A quote that swallowed
 * other rows is none of it: whoever stands in them is somebody, and a question about what is there does no harm.
 */
const codes: ReadonlySet<string> = new Set([
	"row.total",
	"row.subtitle",
	"number.header",
	"row.other-header",
	"row.other-table",
	"row.types",
	"row.rule",
	"row.page",
	"row.comment",
	"row.note",
	"row.bare",
	"row.frame",
	"row.footer",
	"row.too-few-cells",
	"row.too-many-cells",
])

/** Whether this keeps a row from being sent that says nothing of what the columns of the file are. */
export function isOfOtherShape({ severity, code }: Pick<Finding, "severity" | "code">): boolean {
	return severity === "error" && codes.has(code)
}
