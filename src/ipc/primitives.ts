import * as z from "zod"

export const count = z.number().int().nonnegative()

export const nothing = z.undefined()

export const id = z.string().min(1).max(100)

/** As Intergiro identifies a customer. */
export const customerId = z.string().regex(/^[\w-]{1,200}$/)
