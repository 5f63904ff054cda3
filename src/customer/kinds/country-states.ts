/** The states and provinces of countries that are written as two or three letters in an address. */
export interface StatesOf {
	readonly country: string
	readonly codes: ReadonlySet<string>
}

/** Those of which an address has the state between its city and its zip code. */
export const unitedStates: StatesOf = statesOf(
	"US",
	"AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC",
)
export const canada: StatesOf = statesOf("CA", "AB BC MB NB NL NS NT NU ON PE QC SK YT")
export const australia: StatesOf = statesOf("AU", "NSW VIC QLD SA WA TAS NT ACT")

export const germany: StatesOf = statesOf("DE", "BW BY BE BB HB HH HE MV NI NW RP SL SN ST SH TH")
export const switzerland: StatesOf = statesOf(
	"CH",
	"ZH BE LU UR SZ OW NW GL ZG FR SO BS BL SH AR AI SG GR AG TG TI VD VS NE GE JU",
)

function statesOf(country: string, codes: string): StatesOf {
	return { country, codes: new Set(codes.split(" ")) }
}
