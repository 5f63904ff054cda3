import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { detectLayout } from "../../src/csv/detect.ts"
import { inCommands } from "../../src/customer/command-words.ts"
import { readAll, Scratch } from "./dialects.ts"

let scratch: Scratch
beforeAll(async () => {
	scratch = await Scratch.make()
})
afterAll(() => scratch.remove())

const known =
	/^(?:number|name|customer|customer id|city|street|address|token|card|currency|nr|namn|ort|gata|adress|titel|email)$/i
const knowsName = (cell: string) => known.test(cell.trim())

/** Delimiter, row of the header and marks; the columns; rows with their cells and the codes of what is wrong. */
const readings: readonly (readonly [what: string, file: string, dialect: string, columns: string, rows: string[]])[] = [
	[
		"shift empties at end",
		"id,name,city,note\n1,Ann,Oslo,\n2,Ek, Bo,,\n",
		", 1",
		"id|name|city|note",
		["2: 1|Ann|Oslo|", "3: 2|Ek| Bo|| !row.too-many-cells"],
	],
	[
		"shift, semicolon no space",
		"id;name;city;note\n1;Ann;Oslo;\n2;Ek;Bo;Lyon;\n3;X;Y;\n",
		"; 1",
		"id|name|city|note",
		["2: 1|Ann|Oslo|", "3: 2|Ek|Bo|Lyon| !row.too-many-cells", "4: 3|X|Y|"],
	],
	[
		"shift in header w/ trailing",
		"id,name,city,\n1,Ann,Oslo,\n2,Ek, Bo,Lyon\n",
		", 1",
		"id|name|city",
		["2: 1|Ann|Oslo", "3: 2|Ek| Bo|Lyon !row.too-many-cells"],
	],
	[
		"shift in header w/ trailing 2",
		"id,name,city,\n1,Ann,Oslo,\n2,Ek, Bo,Lyon,\n3,C,D,\n",
		", 1",
		"id|name|city",
		["2: 1|Ann|Oslo", "3: 2|Ek| Bo|Lyon| !row.too-many-cells", "4: 3|C|D"],
	],
	["single row surplus", "id,name,city\n2,Ek, Bo,\n", ", 1", "id|name|city", ["2: 2|Ek| Bo| !row.too-many-cells"]],
	["all rows trailing two", "id,name\n1,A,,\n2,B,,\n3,C,,\n", ", 1", "id|name", ["2: 1|A", "3: 2|B", "4: 3|C"]],
	["excel 16 rows", "id,name,note\n1,A,,\n2,B,,,\n3,C,x\n", ", 1", "id|name|note", ["2: 1|A|", "3: 2|B|", "4: 3|C|x"]],
	[
		"group header merged repeat",
		"Customer,Customer,Address,Address\nNumber,Name,Street,City\n1,A,S 1,Lyon\n2,B,S 2,Lyon\n",
		", 2",
		"Number|Name|Street|City",
		["3: 1|A|S 1|Lyon", "4: 2|B|S 2|Lyon"],
	],
	[
		"group header text data",
		"Kund,,Adress,\nNamn,Titel,Gata,Ort\nAnna,Fru,Storgatan,Lund\nBo,Herr,Lillgatan,Malmö\n",
		", 2",
		"Namn|Titel|Gata|Ort",
		["3: Anna|Fru|Storgatan|Lund", "4: Bo|Herr|Lillgatan|Malmö"],
	],
	[
		"title+group+header",
		"Export 2024\n\nCustomer,,Address,\nNumber,Name,Street,City\n1,A,S 1,Lyon\n2,B,S 2,Lyon\n",
		", 4",
		"Number|Name|Street|City",
		["5: 1|A|S 1|Lyon", "6: 2|B|S 2|Lyon"],
	],
	[
		"three header lines",
		"A,,,\nCustomer,,Address,\nNumber,Name,Street,City\n1,A,S 1,Lyon\n",
		", 3",
		"Number|Name|Street|City",
		["4: 1|A|S 1|Lyon"],
	],
	[
		"header with unnamed col, text data",
		"Name,,City\nAnna,Berg,Paris\nBo,Ek,1 Street\nC,D,2 S\n",
		", 1",
		"Name|Column 2|City",
		["2: Anna|Berg|Paris", "3: Bo|Ek|1 Street", "4: C|D|2 S"],
	],
	[
		"header dup names",
		"Name,Name,City\nAnna,Berg,Paris\nBo,Ek,1 Street\nC,D,2 S\n",
		", 1",
		"Name|Name (2)|City",
		["2: Anna|Berg|Paris", "3: Bo|Ek|1 Street", "4: C|D|2 S"],
	],
	[
		"preamble two cells",
		"Report,customers\nExported,2024-01-01\nNumber,Name\n1,Anna\n2,Bo\n",
		", 3",
		"Number|Name",
		["4: 1|Anna", "5: 2|Bo"],
	],
	[
		"preamble in 3 wide",
		"Exported,2024-01-01,\nNumber,Name,City\n1,Anna,X\n2,Bo,Y\n",
		", 2",
		"Number|Name|City",
		["3: 1|Anna|X", "4: 2|Bo|Y"],
	],
	[
		"preamble 4 wide with commas",
		"Filter: a, b, c\nNumber,Name,City,Token\n1,Anna,X,T\n2,Bo,Y,T\n",
		", 2",
		"Number|Name|City|Token",
		["3: 1|Anna|X|T", "4: 2|Bo|Y|T"],
	],
	["single col preamble", "Customers\n\nNumber\n1\n2\n", ", 3", "Number", ["4: 1", "5: 2"]],
	["no header", "1,Anna,X\n2,Bo,Y\n", ", 0", "Column 1|Column 2|Column 3", ["1: 1|Anna|X", "2: 2|Bo|Y"]],
	["no header text only", "Anna,Lund,Fru\nBo,Malmö,Herr\n", ", 1", "Anna|Lund|Fru", ["2: Bo|Malmö|Herr"]],
	[
		"sep + group",
		"sep=;\nKund;;Adress;\nNr;Namn;Gata;Ort\n1;A;S 1;Lund\n2;B;S 2;Lund\n",
		"; 2",
		"Nr|Namn|Gata|Ort",
		["3: 1|A|S 1|Lund", "4: 2|B|S 2|Lund"],
	],
	[
		"curly delim inside",
		"number,name\n“1”,“Smith, Joe”\n“2”,“Ann Lee”\n",
		", 1 “”",
		"number|name",
		["2: 1|Smith, Joe", "3: 2|Ann Lee"],
	],
	[
		"curly broken",
		"number,name\n“1”,“Joe”\n“2”,“Ann “A” Lee”\n“3”,“Bo\n“4”,“C”\n“5”,“D”\n",
		", 1 “”",
		"number|name",
		["2: 1|Joe", "3: 2|“Ann “A” Lee” !row.stray-quote", "4: 3|“Bo !row.stray-quote", "5: 4|C", "6: 5|D"],
	],
	["german quotes", "Nr;Name\n„1“;„Anna; Berg“\n„2“;„Bo“\n", "; 1 „“", "Nr|Name", ["2: 1|Anna; Berg", "3: 2|Bo"]],
	["guillemets", "Nr;Nom\n«1»;«Anna»\n«2»;«Bo»\n", "; 1 «»", "Nr|Nom", ["2: 1|Anna", "3: 2|Bo"]],
	["fullwidth", "Nr,Name\n＂1＂,＂Anna＂\n＂2＂,＂Bo＂\n", ", 1 ＂＂", "Nr|Name", ["2: 1|Anna", "3: 2|Bo"]],
	[
		"single quotes",
		"'number','name'\n'1','O''Brien'\n'2','Berg, Bo'\n",
		", 1 ''",
		"number|name",
		["2: 1|O'Brien", "3: 2|Berg, Bo"],
	],
	[
		"single quotes unescaped",
		"'number','name'\n'1','O'Brien'\n'2','Bo'\n'3','C'\n'4','D'\n",
		", 1 ''",
		"number|name",
		["2: 1|'O'Brien' !row.stray-quote", "3: 2|Bo", "4: 3|C", "5: 4|D"],
	],
	[
		"sql like single",
		"number,name,city\n1,'Anna','Lund'\n2,'Bo','Malmö'\n",
		", 1 ''",
		"number|name|city",
		["2: 1|Anna|Lund", "3: 2|Bo|Malmö"],
	],
	[
		"curly in one column only",
		"number,name,city\n1,“Anna”,Lund\n2,“Bo”,Malmö\n",
		", 1",
		"number|name|city",
		["2: 1|“Anna”|Lund", "3: 2|“Bo”|Malmö"],
	],
	[
		"curly names few",
		"number,name,city\n1,“Anna”,Lund\n2,Bo,Malmö\n3,C,D\n",
		", 1",
		"number|name|city",
		["2: 1|“Anna”|Lund", "3: 2|Bo|Malmö", "4: 3|C|D"],
	],
	["curly header too", "“number”,“name”\n“1”,“Anna”\n“2”,“Bo”\n", ", 1 “”", "number|name", ["2: 1|Anna", "3: 2|Bo"]],
	[
		"curly with straight tokens",
		'number,name,token\n“1”,“Anna”,"T"\n“2”,“Bo”,"T"\n',
		", 1",
		"number|name|token",
		["2: “1”|“Anna”|T", "3: “2”|“Bo”|T"],
	],
	["one column names quoted", 'name\n"Berg, Anna"\n"Ek, Bo"\n', ", 1", "name", ["2: Berg, Anna", "3: Ek, Bo"]],
	[
		"one col header quoted",
		'"name, first"\n"Berg, Anna"\n"Ek, Bo"\n',
		", 1",
		"name, first",
		["2: Berg, Anna", "3: Ek, Bo"],
	],
	["bracket header", "[number],[name]\n1,Anna\n2,Bo\n", ", 1", "[number]|[name]", ["2: 1|Anna", "3: 2|Bo"]],
	["angle header", "<NUMBER>,<NAME>\n1,Anna\n2,Bo\n", ", 1", "<NUMBER>|<NAME>", ["2: 1|Anna", "3: 2|Bo"]],
	[
		"tab commas",
		"Number\tName\tAddress\n1\tBerg, Anna\tStorg 1, 111 11, Malmö, Sweden\n2\tEk, Bo\tLillg 2, 222 22, Lund, Sweden\n",
		"tab 1",
		"Number|Name|Address",
		["2: 1|Berg, Anna|Storg 1, 111 11, Malmö, Sweden", "3: 2|Ek, Bo|Lillg 2, 222 22, Lund, Sweden"],
	],
	[
		"tab commas tight",
		"Number\tAddress,zip,city\n1\tStorg 1,11111,Malmö\n2\tLillg 2,22222,Lund\n",
		"tab 1",
		"Number|Address,zip,city",
		["2: 1|Storg 1,11111,Malmö", "3: 2|Lillg 2,22222,Lund"],
	],
	[
		"tab 2 cols",
		"Name\tAddress\nAnna\tStorg 1,111 11,Malmö,Sverige\nBo\tLillg 2,222 22,Lund,Sverige\n",
		"tab 1",
		"Name|Address",
		["2: Anna|Storg 1,111 11,Malmö,Sverige", "3: Bo|Lillg 2,222 22,Lund,Sverige"],
	],
	[
		"semicolon decimals",
		"Nr;Saldo;Rabatt\n1;2,50;3,20\n2;4,75;1,10\n",
		"; 1",
		"Nr|Saldo|Rabatt",
		["2: 1|2,50|3,20", "3: 2|4,75|1,10"],
	],
	["semicolon 2 col decimals", "Nr;Saldo\n1;2,50\n2;4,75\n", "; 1", "Nr|Saldo", ["2: 1|2,50", "3: 2|4,75"]],
	[
		"pipe",
		"Nr|Namn|Adress\n1|Berg, Anna|Storg 1, Lund\n2|Ek, Bo|L 2, Malmö\n",
		"| 1",
		"Nr|Namn|Adress",
		["2: 1|Berg, Anna|Storg 1, Lund", "3: 2|Ek, Bo|L 2, Malmö"],
	],
	[
		"comma with ; lists",
		"number,notes\n1,a;b;c\n2,d;e;f\n3,g;h;i\n4,g;h;i\n5,g;h;i\n",
		", 1",
		"number|notes",
		["2: 1|a;b;c", "3: 2|d;e;f", "4: 3|g;h;i", "5: 4|g;h;i", "6: 5|g;h;i"],
	],
	[
		"comma with | lists",
		"number,name,tags\n1,Anna,a|b\n2,Bo,c|d\n",
		", 1",
		"number|name|tags",
		["2: 1|Anna|a|b", "3: 2|Bo|c|d"],
	],
	[
		"comma space style",
		"number, name, city\n1, Anna, Lund\n2, Bo, Malmö\n",
		", 1",
		"number|name|city",
		["2: 1| Anna| Lund", "3: 2| Bo| Malmö"],
	],
	[
		"comma space style ragged",
		"number, name, city\n1, Anna, Lund, \n2, Bo, Malmö\n",
		", 1",
		"number|name|city",
		["2: 1| Anna| Lund|  !row.too-many-cells", "3: 2| Bo| Malmö"],
	],
	["one column", "number\n1\n2\n", ", 1", "number", ["2: 1", "3: 2"]],
	[
		"one column names comma",
		"name\nBerg, Anna\nEk, Bo\nCid, D\n",
		"; 1",
		"name",
		["2: Berg, Anna", "3: Ek, Bo", "4: Cid, D"],
	],
	[
		"semicolon in names vs comma",
		"number,name;alias\n1,Anna;Ann\n2,Bo;B\n",
		"; 1",
		"number,name|alias",
		["2: 1,Anna|Ann", "3: 2,Bo|B"],
	],
	[
		"quoted all ;",
		'"Nr";"Namn";"Ort"\n"1";"Berg, Anna";"Lund"\n"2";"Ek, Bo";"Malmö"\n',
		"; 1",
		"Nr|Namn|Ort",
		["2: 1|Berg, Anna|Lund", "3: 2|Ek, Bo|Malmö"],
	],
	["blank then header", "\n\n;;;\nNr;Namn;Ort;\n1;A;B;\n", "; 4", "Nr|Namn|Ort", ["5: 1|A|B"]],
	[
		"units row",
		"Number,Name,Limit\n(text),(text),(SEK)\n1,Anna,100\n2,Bo,200\n",
		", 1",
		"Number|Name|Limit",
		["2: (text)|(text)|(SEK)", "3: 1|Anna|100", "4: 2|Bo|200"],
	],
	[
		"second language header",
		"Kundnr,Namn,Ort\nCustomer,Name,City\n1,Anna,Lund\n2,Bo,Lund\n",
		", 1",
		"Kundnr|Namn|Ort",
		["2: Customer|Name|City", "3: 1|Anna|Lund", "4: 2|Bo|Lund"],
	],
	[
		"two tables wider",
		"Customer ID,Name\n1,Anna\n2,Bo\n\nCustomer ID,Name,Email,Org\n3,Acme,a@b.se,55\n",
		", 1",
		"Customer ID|Name",
		[
			"2: 1|Anna",
			"3: 2|Bo",
			"5: Customer ID|Name|Email|Org !row.too-many-cells",
			"6: 3|Acme|a@b.se|55 !row.too-many-cells",
		],
	],
	["card numbers above", "4111111111111111\nnumber,name\n1,A\n", ", 2", "number|name", ["3: 1|A"]],
	["colon header json-ish cell", "{id},name\n1,A\n", ", 1", "{id}|name", ["2: 1|A"]],
	[
		"space delimited tabs in header only",
		"number\tname,city\n1,Anna\n2,Bo\n",
		", 1",
		"number\tname|city",
		["2: 1|Anna", "3: 2|Bo"],
	],
	[
		"two titles and a group line over tabs",
		"Kundlista\t\t\t\nUtskriven\t2024-05-01\t\t\n\nKund\t\tAdress\t\nNr\tNamn\tGata\tOrt\n1\tAnna\tStorg 1\tLund\n",
		"tab 5",
		"Nr|Namn|Gata|Ort",
		["6: 1|Anna|Storg 1|Lund"],
	],
	[
		"a wide remark full of values",
		"Rows,25,2024-01-01\nNumber,Name,City\n1,Anna,Lund\n2,Bo,Malmö\n",
		", 2",
		"Number|Name|City",
		["3: 1|Anna|Lund", "4: 2|Bo|Malmö"],
	],
	[
		"customers above a second header",
		"1,Anna,a@b.se\n2,Bo,b@c.se\nNumber,Name,City\n3,C,Lund\n",
		", 0",
		"Column 1|Column 2|Column 3",
		["1: 1|Anna|a@b.se", "2: 2|Bo|b@c.se", "3: Number|Name|City", "4: 3|C|Lund"],
	],
	[
		"quoted cells with marks inside",
		'number,name\n1,"“Joe” Smith"\n2,"Ann “A” Lee"\n',
		", 1",
		"number|name",
		["2: 1|“Joe” Smith", "3: 2|Ann “A” Lee"],
	],
	[
		"apostrophes of neutralised cells",
		"number,name\n1,'=Anna\n2,'+Bo\n",
		", 1",
		"number|name",
		["2: 1|'=Anna", "3: 2|'+Bo"],
	],
	[
		"surname with apostrophes",
		"number,name\n1,O'Brien\n2,D'Arcy\n3,'t Hof\n",
		", 1",
		"number|name",
		["2: 1|O'Brien", "3: 2|D'Arcy", "4: 3|'t Hof"],
	],
	["backticks", "`number`,`name`\n`1`,`Anna`\n`2`,`Bo, B`\n", ", 1 ``", "number|name", ["2: 1|Anna", "3: 2|Bo, B"]],
	["swedish marks", "Nr;Namn\n”1”;”Anna; Berg”\n”2”;”Bo”\n", "; 1 ””", "Nr|Namn", ["2: 1|Anna; Berg", "3: 2|Bo"]],
	[
		"curly cell with a line break",
		"number,name\n“1”,“Joe\nSmith”\n“2”,“Ann”\n“3”,“Bo”\n“4”,“Cid”\n“5”,“Dan”\n“6”,“Eve”\n“7”,“Fay”\n“8”,“Gus”\n“9”,“Hal”\n“10”,“Ian”\n",
		", 1 “”",
		"number|name",
		[
			"2: 1|“Joe !row.stray-quote",
			"3: Smith”| !row.too-few-cells !row.stray-quote",
			"4: 2|Ann",
			"5: 3|Bo",
			"6: 4|Cid",
			"7: 5|Dan",
			"8: 6|Eve",
			"9: 7|Fay",
			"10: 8|Gus",
			"11: 9|Hal",
			"12: 10|Ian",
		],
	],
	[
		"empty cells between marks",
		"number,name,city\n“1”,“”,“Lund”\n“2”,“Bo”,“”\n",
		", 1 “”",
		"number|name|city",
		["2: 1||Lund", "3: 2|Bo|"],
	],
	["json lines in quotes", '"{""number"":1}"\n"{""number"":2}"\n', ", 1", '{"number":1}', ['2: {"number":2}']],
	["less-than in a header", "<5,>5,name\n1,2,Anna\n3,4,Bo\n", ", 1", "<5|>5|name", ["2: 1|2|Anna", "3: 3|4|Bo"]],
	[
		"tabs with a ragged note",
		"Number\tName\tNote\n1\tAnna\ta, b, c\n2\tBo\n3\tCid\tx, y\n",
		"tab 1",
		"Number|Name|Note",
		["2: 1|Anna|a, b, c", "3: 2|Bo| !row.too-few-cells", "4: 3|Cid|x, y"],
	],
	[
		"a comma file with one tab in a cell",
		"number,name,note\n1,Anna,a\tb\n2,Bo,c\n",
		", 1",
		"number|name|note",
		["2: 1|Anna|a\tb", "3: 2|Bo|c"],
	],
	[
		"semicolons in a quoted text",
		'number,text\n1,"a;b;c"\n2,"d;e;f"\n',
		", 1",
		"number|text",
		["2: 1|a;b;c", "3: 2|d;e;f"],
	],
	[
		"pipes with decimal commas",
		"Nr|Namn|Saldo\n1|Anna|1,50\n2|Bo|2,75\n",
		"| 1",
		"Nr|Namn|Saldo",
		["2: 1|Anna|1,50", "3: 2|Bo|2,75"],
	],
	[
		"thousands in quotes",
		'Nr,Namn,Saldo\n1,Anna,"1,500"\n2,Bo,"2,750"\n',
		", 1",
		"Nr|Namn|Saldo",
		["2: 1|Anna|1,500", "3: 2|Bo|2,750"],
	],
	["a row of delimiters only", "Nr;Namn\n1;Anna\n;;;;\n2;Bo\n", "; 1", "Nr|Namn", ["2: 1|Anna", "4: 2|Bo"]],
	[
		"a surplus cell of a blank",
		"id,name\n1,Anna, \n2,Bo\n",
		", 1",
		"id|name",
		["2: 1|Anna|  !row.too-many-cells", "3: 2|Bo"],
	],
	[
		"errors of an import, one cell too many",
		"id,name,city,import_row,import_outcome,import_code,import_message\n2,Ek, Bo,2,invalid,row.too-many-cells,x,\n3,Al, Jo,3,invalid,row.too-many-cells,x,\n",
		", 1",
		"id|name|city|import_row|import_outcome|import_code|import_message",
		[
			"2: 2|Ek| Bo|2|invalid|row.too-many-cells|x| !row.too-many-cells",
			"3: 3|Al| Jo|3|invalid|row.too-many-cells|x| !row.too-many-cells",
		],
	],
]

describe.each(["\n", "\r\n", "\r"])("a file whose lines end with %j:", (lineEnd) => {
	it.each(readings)("%s", async (_, file, dialect, columns, rows) => {
		const path = await scratch.write(file.replaceAll("\n", lineEnd))
		const { layout, preview } = await detectLayout(path, {}, { knowsName })
		const delimiter = layout.delimiter === "\t" ? "tab" : layout.delimiter
		expect([delimiter, layout.headerRow, layout.quote].filter((part) => part !== undefined).join(" ")).toBe(dialect)
		expect(layout.columns.join("|")).toBe(columns)
		const read = await readAll(path, layout, { blockSize: 16 })
		const told = read.map(({ row, cells, problems = [] }) =>
			[`${row}: ${cells.join("|")}`, ...problems.map(({ code }) => `!${code}`)].join(" "),
		)
		expect(told).toEqual(rows)
		expect(preview.map(({ cells }) => cells)).toEqual(read.map(({ cells }) => cells))
		// What is kept of it in a journal reads the same.
		expect(await readAll(path, JSON.parse(JSON.stringify(layout)))).toEqual(read)
	})
})

const refused: readonly (readonly [what: string, file: string, code: string])[] = [
	["row in cell", '"number,name,city"\n"1,Anna,Lund"\n"2,Bo,Malmö"\n', "file.rows-in-cells"],
	["row in cell doubled", '"number,name,city"\n"1,""Berg, Anna"",Lund"\n"2,Bo,Malmö"\n', "file.rows-in-cells"],
	["row in cell header bare", 'number,name,city\n"1,Anna,Lund"\n"2,Bo,Malmö"\n', "file.rows-in-cells"],
	["row in cell ;;", '"number,name,city";\n"1,Anna,Lund";\n"2,Bo,Malmö";\n', "file.rows-in-cells"],
	["html", "<html><body><table><tr><td>1</td></tr></table></body></html>", "file.not-csv"],
	["html table", "  <table>\n<tr><td>number</td></tr>", "file.not-csv"],
	["xml", '<?xml version="1.0"?>\n<customers><c/></customers>', "file.not-csv"],
	["xml2", "<customers>\n<customer><n>1</n></customer>\n</customers>", "file.not-csv"],
	["json", '[{"number":1,"name":"A"}]', "file.not-csv"],
	["jsonl", '{"number":1,"name":"A"}\n{"number":2,"name":"B"}\n', "file.not-csv"],
	["json obj", '{\n "customers": [ {"number": 1} ] }', "file.not-csv"],
	["rtf", "{\\rtf1\\ansi number}", "file.not-csv"],
	["vcard", "BEGIN:VCARD\nFN:Anna\nEND:VCARD\n", "file.not-csv"],
	["only header quoted row", '"number,name"\n', "file.rows-in-cells"],
	["an xml comment first", "<!-- export -->\n<rows><row/></rows>", "file.not-csv"],
	["a page behind a byte order mark", "﻿<!DOCTYPE html><html></html>", "file.not-csv"],
	["JSON array of arrays", '[["number","name"],[1,"Anna"]]', "file.not-csv"],
	["a single JSON object empty", "{}", "file.not-csv"],
	["rows in cells with tabs", '"number\tname"\n"1\tAnna"\n"2\tBo"\n', "file.rows-in-cells"],
	[
		"rows in cells with semicolons of a spreadsheet",
		"number;name;city,,\n1;Anna;Lund,,\n2;Bo;Malmö,,\n",
		"file.rows-in-cells",
	],
]

describe("what is not read but refused:", () => {
	it.each(refused)("%s", async (_, file, code) => {
		const failure = await detectLayout(await scratch.write(file)).catch((error) => error)
		expect(failure).toMatchObject({ name: "UnreadableFile", code })
		expect(failure.tip).toMatch(/Export it again|Export the file again/)
	})
})

describe("without knowing any name", () => {
	it("a line of groups is told by what stands in the columns", async () => {
		const text =
			"Customer,,Address,,Payment,\nNumber,Name,Street,City,Currency,Card\n1001,Anna,1 Main St,Paris,EUR,eyJhbGciOiJIUzI1NiJ9.e30.a\n1002,Bo,2 Main St,Paris,EUR,eyJhbGciOiJIUzI1NiJ9.e30.b\n"
		const { layout } = await detectLayout(await scratch.write(text))
		expect(layout).toMatchObject({ headerRow: 2, columns: ["Number", "Name", "Street", "City", "Currency", "Card"] })
	})

	it.each([
		"Name,,City\nAnna,Berg,Paris\nBo,Ek,1 Street\n",
		"Number,Name,,\nABC,Anna,Paris,x\nABD,Bo,1 St,y\n",
		"a,b,\nc,d,e\nf,g,h\n",
	])("a customer is not taken for a header: %j", async (text) => {
		expect((await detectLayout(await scratch.write(text))).layout.headerRow).toBe(1)
	})
})

describe("a layout of version 0.1.0", () => {
	it("reads a row with any empty cells behind it as it did", async () => {
		const path = await scratch.write("id,name,city,note\n2,Ek, Bo,Lyon,,\n")
		const columns = ["id", "name", "city", "note"]
		const rows = await readAll(path, { encoding: "utf-8", bom: 0, delimiter: ",", escape: '"', headerRow: 1, columns })
		expect(rows).toEqual([{ row: 2, cells: ["2", "Ek", " Bo", "Lyon"] }])
	})
})

describe("what two delimiters divide alike", () => {
	it("is said, with how to choose", async () => {
		const path = await scratch.write("number,name;alias\n1,Anna;Ann\n2,Bo;B\n")
		expect((await detectLayout(path)).evidence.map(inCommands).join("\n")).toContain("--delimiter")
		expect((await detectLayout(path, { delimiter: "," })).layout.columns).toEqual(["number", "name;alias"])
	})
})

it("marks around cells are said to be none of their values", async () => {
	const path = await scratch.write("number,name\n“1”,“Anna”\n“2”,“Bo”\n")
	expect((await detectLayout(path)).evidence.join("\n")).toContain("“ and ”")
})
