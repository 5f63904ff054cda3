import { isNegation } from "./spent.ts"
import { fold, spellings } from "./words.ts"

/** What a customer or a card is that is as usual, in the languages of our vocabularies. */
const ordinary = `
active activated enabled open opened current existing valid verified approved confirmed accepted authorized authorised registered issued stored saved
live ok okay good fine normal ordinary regular standard default primary new paying paid member running ongoing usable working subscribed
trial trialing trialling renewing past due overdue unpaid yes true on y a
aktiv aktiva aktivt aktiverad aktiverat giltig giltigt godkänd godkänt gällande öppen öppet verifierad bekräftad registrerad sparad pågående
löpande betalande ny nytt vanlig förfallen obetald ja sant
aktive aktiver aktives aktiviert gültig gültige offen bestätigt verifiziert genehmigt freigegeben registriert gespeichert bestehend laufend neu
regulär überfällig unbezahlt wahr
aktivert gyldig godkjent åpen bekreftet registrert lagret løpende forfalt ubetalt
aktiveret godkendt åben bekræftet registreret gemt gældende igangværende forfalden
aktiivinen aktiivi voimassa voimassaoleva kelvollinen avoin hyväksytty vahvistettu rekisteröity käytössä toiminnassa uusi erääntynyt kyllä kunnossa
actif active activé activée valide valable ouvert ouverte confirmé confirmée vérifié vérifiée enregistré enregistrée approuvé cours nouveau oui vrai
activo activa activado activada válido válida vigente abierto abierta confirmado confirmada verificado verificada aprobado alta nuevo sí si
attivo attiva attivato attivata valido valida aperto aperta confermato confermata verificato verificata corrente nuovo sì
aktywny aktywna aktywne aktywowany ważny ważna otwarty potwierdzony zweryfikowany nowy tak
actief geldig open bevestigd geverifieerd goedgekeurd lopend nieuw waar
`

/** What may stand beside, and says nothing of how somebody stands. */
const beside = `
in use yet the is and of since from until customer client account user card subscription
i bruk ännu och är sedan från till och med kund kunden konto kort kortet
im noch und ist seit von bis einsatz kunde konto karte
er siden fra til kunde konto kort
on vielä asiakas kortti alkaen
en encore et est depuis du de la le client compte carte
desde aún de la el cliente cuenta tarjeta
dal ancora il la cliente conto carta
od jeszcze klient konto karta
sinds nog van is klant rekening kaart
`

const setOf = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/).flatMap(spellings))

let made: Readonly<Record<"ordinary" | "beside", ReadonlySet<string>>> | undefined

/**
 * Whether a status says that its customer or card is as usual: every word of it is known, and none says otherwise.
 * @param isGone whether a folded word says that somebody or something is gone: denied, it is as usual
 */
export function isOrdinary(status: string, isGone: (word: string) => boolean): boolean {
	made ??= { ordinary: setOf(ordinary), beside: setOf(beside) }
	const said = fold(status).match(/\p{L}+/gu) ?? []
	const isDenied = said.some(isNegation)
	let says = false
	for (const word of said) {
		if (isDenied ? isGone(word) : made.ordinary.has(word)) says = true
		else if (!made.beside.has(word) && !isNegation(word)) return false
	}
	return says
}
