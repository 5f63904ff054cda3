import { parentPort, workerData } from "node:worker_threads"
import { takeParts } from "../../customer/headers/parts.ts"
import { EvidenceKeeper } from "./file-evidence.ts"
import { answer, type Beginning, type Demand } from "./protocol.ts"
import { blockJudge } from "./reading.ts"

const port = parentPort
if (port === null) throw new Error("This is the entry of a worker thread")

const { reading, parts, readings }: Beginning = workerData
takeParts(parts)
const evidence = new EvidenceKeeper(reading.layout.columns, reading.mapping, readings)
const judge = blockJudge(reading, evidence.tally)

port.on("message", (demand: Demand) => {
	const { reply, transfer } = answer(demand, judge, evidence)
	port.postMessage(reply, transfer)
})
