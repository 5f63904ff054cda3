/** A way to break the product on purpose: `find` stands in the file exactly once. */
export interface Mutant {
	readonly name: string
	readonly file: string
	readonly find: string
	readonly replace: string
	/** The seed to begin with, where it takes many to notice. */
	readonly first?: number
}

/** What the simulation has to notice, each by itself. */
export const mutants: readonly Mutant[] = [
	{
		name: "skip the sync",
		file: "src/journal/writer.ts",
		find: "await this.file.sync()",
		replace: "",
	},
	{
		name: "send before the intent is durable",
		file: "src/run/delivery.ts",
		find: "await recorder.append(intent)",
		replace: "recorder.append(intent).catch(() => {})",
	},
	{
		name: "resend on reset",
		file: "src/run/delivery.ts",
		find: 'await recorder.append({ type: "ambiguous", number, row, attempt, code, message })',
		replace:
			'await recorder.append({ type: "not-applied", number, attempt, code })\nif (code === "reset") return false',
	},
	{
		name: "trust the position",
		file: "src/run/feed.ts",
		find: "const planned = plan(entry, world.state.get(number)",
		replace:
			"session.position = (session.position ?? -1) + 1\nsession.done ??= world.state.numbers.size\n" +
			'const planned = plan(entry, session.position < session.done ? { kind: "settled", outcome: {} } : undefined',
	},
	{
		name: "take whoever stands in its place for the number",
		file: "src/contract/packed/packed-map.ts",
		find: "if (entry !== gone && this.#isAt(entry - 1, bytes, length)) return slot",
		replace: "if (entry !== gone) return slot",
	},
	{
		name: "adopt without a baseline",
		file: "src/run/reconcile.ts",
		find: "if (!listed)",
		replace: "if (false)",
		first: 221,
	},
	{
		name: "does not compare",
		file: "src/intergiro/classify.ts",
		find: "...cameBack(creatable, body) }",
		replace: "}",
	},
	{
		name: "count a 502 as refused",
		file: "src/intergiro/classify.ts",
		find: "return status === 400 || status === 422",
		replace: "return status === 400 || status === 422 || status === 502",
	},
	{
		name: "count a broken answer as not applied",
		file: "src/intergiro/classify.ts",
		find: 'if (sent) return code === "reset" ? ailing(code, message) : ambiguous(code, message)',
		replace: "",
	},
	{
		name: "take a 503 for not applied",
		file: "src/intergiro/classify.ts",
		find: "if (status === 429)",
		replace: "if (status === 429 || status === 503)",
	},
	{
		name: "take a gateway's page for the word of Intergiro",
		file: "src/intergiro/classify.ts",
		find: "|| isRefusedByName(status) || (isRefusedPlainly",
		replace: "|| (isRefusedPlainly",
	},
	{
		name: "look before it can show",
		file: "src/run/settle.ts",
		find: "await session.settle(Math.max(0, milliseconds))",
		replace: "",
	},
	{
		name: "resend without consent",
		file: "src/run/settle.ts",
		find: "!missing || !consent || sendable?.length === 0",
		replace: "!missing || sendable?.length === 0",
	},
	{
		name: "take what a crash interrupted for not sent",
		file: "src/contract/state.ts",
		find: "this.numbers.set(number, this.#doubt(state, { ...interrupted, at: now }))",
		replace: 'this.numbers.set(number, { kind: "free", attempt: state.attempt, code: "crash" })',
	},
	{
		name: "forget a doubt once it may be sent again",
		file: "src/contract/state.ts",
		find: "if (doubt) this.numbers.set(record.number, { ...doubt, consented: true })",
		replace: 'if (doubt) this.numbers.set(record.number, { kind: "free", attempt: doubt.attempt, code: "consent" })',
		first: 181,
	},
	{
		name: "believe a refusal after a doubt",
		file: "src/run/delivery.ts",
		find: 'const doubted = before?.kind === "doubt"',
		replace: "const doubted = false",
	},
	{
		name: "go on after a cut as if nothing were missing",
		file: "src/run/engine.ts",
		find: "const { truncated } = session.world",
		replace: "const truncated = false",
	},
	{
		name: "list after a cut before it can show",
		file: "src/run/settle.ts",
		find: "if (truncated) await session.settle(session.settings.settle)",
		replace: "",
	},
	{
		name: "trust a clock that was set",
		file: "src/run/settle.ts",
		find: "const rest = () => (consent ? began + settle - clock.now() : 0)",
		replace: "const rest = () => 0",
		first: 3_110,
	},
	{
		name: "take a wait for one that began before the last request",
		file: "src/run/waited.ts",
		find: "if (this.#attempts.get(number) !== attempt) return undefined",
		replace: "if (!this.#attempts.has(number)) return undefined",
	},
	{
		name: "take a listing that broke off for a whole one",
		file: "src/run/listing.ts",
		find: 'if (page.kind !== "page") return page\n',
		replace:
			'if (page.kind !== "page") return { kind: "listed", customers, count: pages.customers, unnumbered: pages.unnumbered }\n',
	},
	{
		name: "create what exists",
		file: "src/run/settle.ts",
		find: "session.existing.take(listing.customers, truncated ? undefined : asKnown.rest())",
		replace: "",
	},
	{
		name: "pace without the log",
		file: "src/run/pacer.ts",
		find: "return Math.max(this.#theoretical - catchUp - now, logged)",
		replace: "return this.#theoretical - 2_000 - now",
	},
	{
		name: "take a customer with another number for a lost answer",
		file: "src/intergiro/classify.ts",
		find: '? { kind: "renumbered", ...customer, given }',
		replace: '? ambiguous("other-number", "")',
		first: 58,
	},
	{
		name: "take a customer with another number for one with its own",
		file: "src/intergiro/classify.ts",
		find: "if (number === undefined || isSame(number, creatable.number))",
		replace: "if (isNumber(number))",
		first: 58,
	},
	{
		name: "end at a blip",
		file: "src/run/patience.ts",
		find: "if (pause === undefined || this.left === 0) return false",
		replace: "if (pause === undefined || this.left === 0 || this.#tries === 3) return false",
		first: 11,
	},
	{
		name: "send as before while the server is unwell",
		file: "src/run/consequences.ts",
		find: "breaker.trouble(world.clock.now())\n\tnarrow(session)",
		replace: "breaker.trouble(world.clock.now())",
		first: 30,
	},
	{
		name: "take a redirection in the middle for the end of the way",
		file: "src/intergiro/classify.ts",
		find: "return isRedirection(status) || isRefusedByName(status) || (isRefusedPlainly",
		replace: "return isRefusedByName(status) || (isRefusedPlainly",
	},
	{
		name: "take a page for a refusal",
		file: "src/intergiro/classify.ts",
		find: "(isRefusedPlainly(status) && body === undefined)",
		replace: "false",
	},
	{
		name: "take a page for the word of Intergiro in a later session",
		file: "src/run/page.ts",
		find: "if (!isIntergiroThere)",
		replace: "if (true)",
	},
]
