import { fold } from "./headers/words.ts"

/** What is set apart in a name, and what sets it apart. */
export const brackets = /[([]([^)\]]*)/g
export const separator = /[,;:]| \||\| | [-–—]+|[-–—]+ |(?<=\p{L}\p{L})\s*\/\s*(?=\p{L}{2})/u
/** `f.d.` and `geb.` as they are without points. */
export const keyOf = (word: string) => fold(word).replace(/[^\p{L}]/gu, "")
const setOf = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/).map(keyOf))

/** Small words and titles within names. */
export const within = setOf(`
	von van vom vor vander der den ter ten te zu zum zur la le les du de des da do dos das di del della dei degli af av al el bin ibn abu y e i in of the
	och und and et og ja en op 't auf am an
	jr sr dr prof med mag dipl ing tekn fil lic jur phd mba esq msc bsc mr mrs ms hr fr herr frau fru mme dj dy dä aîné fils père ii iii iv
`)
/** What a second name of the same person or company stands behind: from birth, in business, or at whose address. */
export const otherwise = setOf(`
	fd f född fødd født föd geb geborene geborener geborne vorm vormals ehem früher gen genannt née né nee born formerly fka aka alias dba ta
	nacida nacido nata nato di ur urodzona dawniej zd z domu geboren meisjesnaam ent entinen os omaa sukua syntyjään tidl tidligere tidigare
	co attn att zhd zhv zh v ved gm genom genm ifm per via
`)

/** What joins the things that a company does: `bygg och plåt`. */
export const joining = setOf("och und and og et y e i en ja oder eller or")
/** Of what part of a company the rest is. */
export const partsOfCompanies = setOf(`
	avd avdelning avdelningen filial butik lager kontor kontoret abt abteilung filiale niederlassung zweigstelle lager dept department branch store
	office afd afdeling afdelingen avdeling osasto toimipiste myymälä agence succursale service magasin sucursal departamento ufficio reparto
	oddział dział vestiging kantoor
`)
