/**
 * Words of lines that are no customers, by language: English, Swedish, German, Norwegian, Danish, Finnish, French,
 * Spanish, Italian, Polish, Dutch. In lower case.
 */

const set = (...lines: readonly string[]): ReadonlySet<string> => new Set(lines.flatMap((line) => line.split(" ")))

/** What a total, a count, an average or a balance is called. */
export const totalWords = set(
	"total totals subtotal sum sums count average mean balance difference diff vat",
	"totalt totalsumma summa delsumma mellansumma slutsumma sammanlagt tillsammans antal medel medelvärde genomsnitt snitt saldo differens moms betala ib ub",
	"summe summen gesamt gesamtsumme gesamtzahl gesamtanzahl gesamtbetrag zwischensumme endsumme insgesamt anzahl durchschnitt mittelwert differenz mwst",
	"totalsum delsum sluttsum samlet antall gjennomsnitt differanse mva",
	"totalbeløb mellemsum ialt gennemsnit forskel",
	"yhteensä yht summa välisumma loppusumma kokonaissumma lukumäärä kappalemäärä määrä keskiarvo erotus alv",
	"totaux somme nombre moyenne solde différence tva montant",
	"totales suma cantidad recuento promedio importe diferencia iva",
	"totale totali subtotale somma conteggio quantità media importo differenza",
	"razem suma łącznie łączna ogółem ilość liczba podsumowanie średnia różnica kwota",
	"totaal totalen subtotaal eindtotaal som aantal gemiddelde gemiddeld verschil bedrag btw",
)

/** What is counted: with a number, they are a count. */
export const countedWords = set(
	"row rows record records line lines entry entries item items customer customers client clients account accounts member members card cards invoice invoices user users",
	"rad rader post poster kund kunder medlem medlemmar konto konton kort faktura fakturor st",
	"zeile zeilen datensatz datensätze kunde kunden eintrag einträge mitglied mitglieder karte karten konten rechnungen stück stk",
	"linje linjer kunde kunder medlemmer kontoer fakturaer oppføringer",
	"række rækker poster medlem konti",
	"rivi riviä rivejä asiakas asiakkaat asiakasta asiakkaita jäsen jäsentä jäseniä korttia laskua kpl",
	"ligne lignes enregistrement enregistrements clients membres adhérents comptes cartes factures",
	"fila filas registro registros línea líneas cliente clientes socios miembros cuentas tarjetas facturas",
	"riga righe record cliente clienti soci membri conti carte fatture",
	"wiersz wiersze wierszy rekord rekordy rekordów klient klienci klientów członków kart kont faktur szt",
	"rij rijen regel regels klant klanten leden lid rekeningen kaarten facturen stuks",
)

/** What stands beside those words and says nothing of its own. */
export const besideWords = set(
	"of the in all no number grand sub end",
	"av de alla allt att och per",
	"der die das aller von und",
	"alle og i alt til",
	"kaikki",
	"des les du le la sous général générale à payer et",
	"del los las el general generales y número",
	"di dei delle generale complessivo numero e",
	"i w do wszystkich",
	"van het alle generaal en",
	"sek nok dkk eur usd gbp pln kr €",
)

/** What a line about the file begins with: its date, its page, where it is from. */
export const remarkWords = set(
	"page sheet date report source exported printed generated created downloaded prepared updated run",
	"sida blad datum rapport källa exporterad exporterat utskriven utskrivet utskrift skapad skapat hämtad hämtat uppdaterad uttagen",
	"seite blatt stand bericht quelle druckdatum exportdatum erstellungsdatum exportiert gedruckt ausgedruckt erstellt erzeugt aktualisiert",
	"side dato kilde eksportert skrevet generert opprettet hentet oppdatert",
	"ark udskrevet udskrift eksporteret genereret oprettet dannet opdateret udtrukket",
	"sivu päiväys päivämäärä pvm raportti lähde viety tulostettu tulostus luotu päivitetty",
	"feuille édition exporté imprimé généré créé édité extrait",
	"página hoja fecha informe fuente exportado impreso generado creado actualizado",
	"pagina foglio data rapporto fonte esportato stampato generato creato aggiornato",
	"strona stan raport źródło wyeksportowano wydrukowano wygenerowano utworzono",
	"bron rapportage geëxporteerd afgedrukt gegenereerd aangemaakt bijgewerkt",
)
