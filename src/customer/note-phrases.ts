/** What says of a customer, wherever it stands in a note and unless it is denied, that somebody died, left, is bankrupt, or is there twice. */
export const phrases: readonly string[] = `
	passed away, no longer with us, ist tot, gick bort, gått bort, gikk bort, gik bort, gået bort, avgått med döden, afgået ved døden, døde, dog i, dog den
	est mort, est morte, nie żyje, umarł, umarła, kuoli, menehtyi, falleció, murió, ha muerto, è morto, è morta
	ska bort, soll gelöscht werden, bitte löschen, tulee poistaa, poistettava, debe eliminarse, stryks, ska strykas, skall strykas, må slettes, bør slettes
	wrong card, fel kort, falsche karte, feil kort, forkert kort, väärä kortti, mauvaise carte, tarjeta equivocada, carta sbagliata, zła karta, verkeerde kaart
	sagt upp, sa upp sig, säger upp, sagt opp, sa opp, sagt op, gave notice, given notice, handed in notice, hört auf, hat aufgehört
	dado de baja, dada de baja, dio de baja
	meldt seg ut, meldte seg ut, melder seg ut, meldt sig ud, meldte sig ud, melder sig ud, nicht mehr dabei
	not coming back, won t be back, kommt nicht mehr, kommt nicht wieder, kommer inte tillbaka, kommer ej tillbaka, kommer ikke tilbake, kommer ikke tilbage
	kommer ikke igen, kommer inte igen, kommer ej igen, kommer aldrig igen, kommer aldri igjen, kommer ikke igjen, kommt nie wieder, ne reviendra plus, ei palaa enää
	ne vient plus, ne viendra plus, ya no viene, non viene più, już nie przychodzi, komt niet meer, ei tule enää, ei käy enää
	ska ej med, ska inte med, skall ej med, skall inte med, följer ej med, följer inte med, skal ikke med, kommer ikke med, soll nicht mit, kommt nicht mit
	ei tule mukaan, ne pas reprendre, no incluir, non includere, nie uwzględniać, niet opnemen, do not include
	kort på väg, väntar på nytt kort, kort på vei, kort på vej, venter på nytt kort, neue karte kommt, neue karte unterwegs, neue karte beantragt
	new card coming, new card ordered, waiting for new card, uusi kortti tulossa, nouvelle carte commandée, nieuwe kaart onderweg
	finns redan, existerar redan, finnes allerede, findes allerede, bereits vorhanden, schon vorhanden, existiert bereits, already exists, already there
	löytyy jo, existe déjà, ya existe, esiste già, już istnieje, bestaat al, finns två gånger, finnes to ganger, findes to gange, finnes dobbelt
	findes dobbelt, dubbelregistrerad, dubbelregistrering, dobbeltregistrert, dobbeltregistrering, dobbeltregistreret, dobbeltoprettet, doppelt angelegt
	doppelt erfasst, doppelt vorhanden, zweimal vorhanden, entered twice, en double, saisi deux fois, doppione, por duplicado, zdublowany, dubbel ingevoerd
	staat dubbel, tuplana, kahteen kertaan, tuplarekisteröity
	not take payment, not take payments, stop payment, stop payments, no further payments
	i konkurs, konkursbo, insolvent, insolvenz, bankrupt, in liquidation, faillissement, failliet, liquidation judiciaire, fallimento
	konkurssi, konkurssissa, upadłość
`
	.split(/[,\n]/)
	.flatMap((phrase) => phrase.trim() || [])

/** Whose number stands behind is the same customer: `samma som 1009`, `identisch mit 312`, `merge with 2011`; folded. */
export const sameAs =
	/\b(?:samma som|samme som|same as|identisch mit|identisk med|gleich wie|(?:der|die|das)selbe wie|sama kuin|meme que|identique a|mismo que|igual que|stesso di|uguale a|ten sam co|zelfde als|merge with|merge into|slas? ihop med|zusammenfuhren mit|sla sammen med|slas sammen med|fusionner avec|fusionar con|unire a|polaczyc z|samenvoegen met)\s+(?:(?:kunde?|medlem|customer|member|mitglied|client|cliente|klient|klant|lid|nr|no|num|nummer|number)\.?\s+)*#?\d/u

const ofSame: ReadonlySet<string> = new Set(
	`samma samme same identisch identisk gleich derselbe dieselbe dasselbe selbe sama meme identique mismo igual stesso uguale ten zelfde merge sla slas
	zusammenfuhren fusionner fusionar unire polaczyc samenvoegen`.split(/\s+/),
)

/** Whether there may be more to a folded word: `sameAs` is asked of no note without such a one. */
export const mayBeSame = (word: string): boolean => ofSame.has(word)
