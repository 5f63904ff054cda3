import { amount } from "./amount.ts"
import { boolean } from "./boolean.ts"
import { cardToken } from "./card-token.ts"
import { colorDepth } from "./color-depth.ts"
import { country } from "./country.ts"
import { currency } from "./currency.ts"
import { customerNumber } from "./customer-number.ts"
import { customerType } from "./customer-type.ts"
import { email } from "./email.ts"
import { identityNumber } from "./identity-number.ts"
import { ip } from "./ip.ts"
import type { ValueKind } from "./kind.ts"
import { locale } from "./locale.ts"
import { phone } from "./phone.ts"
import { resolution } from "./resolution.ts"
import { schedule } from "./schedule.ts"
import { text } from "./text.ts"
import { timezone } from "./timezone.ts"
import { url } from "./url.ts"
import { zipCode } from "./zip-code.ts"

/** Every kind of value that a field can be of, by the name that the table of fields calls it by. */
export const kinds = {
	amount,
	boolean,
	cardToken,
	colorDepth,
	country,
	currency,
	customerNumber,
	customerType,
	email,
	identityNumber,
	ip,
	locale,
	phone,
	resolution,
	schedule,
	text,
	timezone,
	url,
	zipCode,
} as const satisfies Record<string, ValueKind>

export type KindName = keyof typeof kinds
