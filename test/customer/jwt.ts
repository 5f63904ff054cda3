/** An unsigned token with these claims, in the form of a JWT. */
export function jwt(claims: object): string {
	return ['{"alg":"RS256","typ":"JWT"}', JSON.stringify(claims), "signature"]
		.map((part) => Buffer.from(part).toString("base64url"))
		.join(".")
}
