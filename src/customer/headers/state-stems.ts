/**
 * Stems of words that say that somebody left or is gone, in all our languages, folded: what agrees, what is joined with a date or
 * a reason, and what is derived of them says the same. A period of notice is none, nor is how somebody gives it.
 */
const stems = {
	ended: `
avslut(?!ningsbetal) uppsag upphor avreg avaktiv inaktiv uttrad(?!e$) arkiverad arkiverat arkiverings slutade(?:s|$) slutat$ avgatt utgatt$ utskriven
avsluttet avsluttes opphor oppsagt utmeld deaktiver arkivert arkivering
ophor opsagt udmeld udtrad afslutt arkiveret afmeldt frameld
gekundigt gekuendigt kundigungs(?:dat|grund) kuendigungs(?:dat|grund) ausgetret austritts ausgeschied archiviert abgemeldet stillgelegt abgang$ abgangsdat
eropaiva eronnut eroamis eronsyy arkistoi paattyny irtisan lopetettu lopettan poistunut
resign(?:ed|ation) leavers?$ lapsed archived deactivat discontinu
opgezegd opzeg(?:dat|reden) uitgeschrev uitschrij gearchiveer beeindig geroyeerd gestopt$ vertrokken$
radiee?s?$ radiation sortie?s?$ archivee?s?$ demission resili desactiv desabonn
archivad cesad[oa]s?$ dimitid desactivad
archiviat dimess[oaie]$ dimission disattivat cessat
zarchiwiz wypowiedzia wypowiedzen skreslon zrezygnow nieaktyw
`,
	deleted: `
makuler avliden anonymis pseudonymis verstorb overlijdens zanonimiz
`,
} as const

/** `Uppsägningstid`, `Kündigungsfrist`, `Opzegtermijn`; what is ended by somebody else's doing says nothing of them. */
const ofNotice = /(?:tid|tider|frist|fristen|termijn|termin|termine|aika|avgift|gebuhr|gebuehr|fee|fees)$/

let made: readonly (readonly ["ended" | "deleted", RegExp])[] | undefined

/** What a folded word says of somebody by the stem that it begins with; undefined where it says nothing of that. */
export function stateByStem(word: string): "ended" | "deleted" | undefined {
	if (word.length < shortest || ofNotice.test(word)) return undefined
	made ??= (["ended", "deleted"] as const).map((state) => [
		state,
		new RegExp(`^(?:${stems[state].trim().split(/\s+/).join("|")})`),
	])
	return made.find(([, pattern]) => pattern.test(word))?.[0]
}

const shortest = 5
