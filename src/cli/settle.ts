import { importHome } from "../app/home.ts"
import { settleDoubt } from "../app/settle-doubt.ts"
import { describeHolder } from "../journal/lock.ts"
import { type Exit, exit, note, print, Usage } from "./output.ts"

export interface SettleOptions {
	/** Intergiro does not have the customer. */
	readonly absent?: boolean
	/** Intergiro has it under this id. */
	readonly id?: string
}

/** Takes a person's word for what became of one customer in doubt. */
export async function settle(folder: string, number: string, { absent = false, id }: SettleOptions): Promise<Exit> {
	if (absent === (id !== undefined))
		throw new Usage(
			"Say either --absent, where Intergiro does not have it, or --id with the identifier that it has there.",
		)
	const onWait = (holder: Parameters<typeof describeHolder>[0]) =>
		note(`Waiting for another run of this merchant. ${describeHolder(holder)}`)
	await settleDoubt({ folder, home: importHome(), number, id, onWait })
	print(
		id === undefined
			? `Customer number ${number} is not at Intergiro, you say. The next run of the same command sends it.`
			: `Customer number ${number} is ${id} at Intergiro, you say. The files follow with the next run of the same command.`,
	)
	return exit.done
}
