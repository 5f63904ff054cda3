import type { Answer, CardAnswer } from "../contract/answer.ts"

/** What an answer with a page comes to. */
type Read = Extract<Answer, { readonly kind: "rejected" | "wrong-environment" | "ambiguous" }>

/**
 * What an answer means where a page, or nothing, may be the word of something on the way to Intergiro. Who knows that Intergiro is there
 * knows that what answers in its place may have passed the request on: what became of it is in doubt then.
 */
export function readPage<Given extends Answer | CardAnswer>(answer: Given, isIntergiroThere: boolean): Given | Read {
	const said: Answer | CardAnswer = answer
	if (!("page" in said)) return answer
	const { kind, code, message } = said
	if (!isIntergiroThere) return { kind, code, message }
	const doubt = { kind: "ambiguous", code, message } as const
	return kind === "rejected" ? { ...doubt, ailing: true } : { ...doubt, recurs: kind }
}
