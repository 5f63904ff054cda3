/**
 * What people write of a customer who is gone, and that is no state of a column: where somebody went, or that somebody was put out. In all our
 * languages.
 */
export const left = `
	left moved quit gone departed resigned withdrew withdrawn
	utflyttad utflyttat flyttad flyttat flyttade avflyttad bortflyttad slutat slutade utträtt avgått utesluten uteslutet utgått
	verzogen weggezogen umgezogen ausgezogen fortgezogen abgemeldet
	flyttet utflyttet fraflyttet bortflyttet sluttet stoppet ophørt
	muuttanut muutti poismuuttanut lopettanut poistunut
	parti partie déménagé déménagée démissionné démissionnaire radié radiée sorti sortie
	mudado mudada trasladado trasladada marchado cesado cesada
	trasferito trasferita dimesso dimessa dimissionario dimissionaria uscito uscita
	wyprowadzony wyprowadzona wyprowadził wyprowadziła przeprowadzony zrezygnował zrezygnowała odszedł odeszła wyjechał wyjechała
	verhuisd vertrokken uitgetreden gestopt
	avförd avfört struken utslängd avgången expelled excluded dismissed ausgeschlossen gestrichen ekskludert uteslutt utelukket slettet ekskluderet
	erotettu exclu exclue expulsé expulsée expulsado expulsada excluido excluida escluso esclusa espulso espulsa wykluczony wykluczona
	skreślony skreślona uitgesloten geroyeerd
`
/** That somebody went over to another club: of memberships alone, as people go over to another way of paying as well. */
export const wentOver = `
	transferred övergått övergick övergången gewechselt übergetreten gegangen overgått overgikk overgået overgik siirtynyt siirtyi
	transféré transférée traspasado traspasada passato passata przeniesiony przeniesiona przeszedł przeszła overgestapt overgegaan
`
/** The same, cut short as it is behind a name. */
export const leftCut = `
	canc cancd inact inakt
	utfl avfl flytt upps uppsag uttr utg avsl
	austr ausgetr ausgesch ausgez gek gekünd verz verzog weggez abgem
	frafl fraflytt utm utmeld udm udmeld opsagt afm
	muutt eron
	démén démiss résil
	tras dim
	wypr zrez wyp
	opgez uitg uitgeschr verh vertr
`
export const died = `
	verst gest dec decd avl afd overl dcd décd fall fallec zm edesm kuoll avlid gelö
`
/** Before or behind these nobody is a member any more. */
export const members =
	"members?|mitglied(?:er)?|medlem(?:mar|mer)?|membre|adh[ée]rent|socio|socia|jäsen|lid|członek|kunde?|customer|client|cliente|klant|klient|asiakas"
/** These are names as well: of people, and of places. */
export const alsoNames = `
	mort morte morto rip dec baja parti partie sorti gone left dim fall
`
/** So are these forms of words for states, where one is all that stands in place of a name. */
export const alsoSurnames = `
	muerte muerti scaloni scalone chiusa chiusi cerrada cerrado defunti recesso marchado
`
/** Of bands and businesses: in place of a name they are certain by no form. */
export const alsoTitles = `
	dead death died passing quit sortie source
`
/** Of customers where a column is of how they belong to the merchant, and of other things elsewhere: a shop, a feature, an exam. */
export const alsoThings = `
	closed disabled deactivated removed passing duplicate sortie excluded gestrichen exclu exclue
	stängd stängt geschlossen stengt lukket suljettu fermé fermée cerrado cerrada chiuso chiusa zamknięty zamknięta gesloten
`
