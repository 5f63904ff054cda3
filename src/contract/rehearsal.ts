/** What is said of every run on the sandbox, wherever it is told of one. */
export const rehearsed = "Rehearsal: nothing was sent to Intergiro"

/** Sentences about Intergiro, for a run that knew nothing but its stand-in. */
export function inRehearsal(text: string): string {
	return text.replace(/(?<=^|[.!?]\s)Intergiro\b/gm, "The sandbox").replace(/\bIntergiro\b/g, "the sandbox")
}
