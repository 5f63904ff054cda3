import { expect, test } from "vitest"
import { examiner, token } from "./examined.ts"

const examined = examiner()

test.each(["Åtgärd", "Maßnahme", "Tiltak", "Toimenpide", "Acción", "Azione", "Działanie", "Actie", "Beslut"])(
	"what is to be done with a customer is asked: %s",
	async (column) => {
		const { questions } = await examined([
			`Kundnr;Namn;${column};Korttoken`,
			...["", "Flytta", "", "Vänta"].map((said, at) => `100${at};Anna Berg ${at};${said};${token(at)}`),
		])
		expect(questions.map(({ id }) => id)).toContain(`status.${column}`)
	},
)
