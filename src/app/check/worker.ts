import { parentPort, workerData } from "node:worker_threads"
import { EvidenceKeeper } from "./file-evidence.ts"
import { answer, type Demand } from "./protocol.ts"
import { blockJudge, type Reading } from "./reading.ts"

const port = parentPort
if (port === null) throw new Error("This is the entry of a worker thread")

const reading: Reading = workerData
const evidence = new EvidenceKeeper(reading.layout.columns, reading.mapping)
const judge = blockJudge(reading, evidence.tally)

port.on("message", (demand: Demand) => {
	const { reply, transfer } = answer(demand, judge, evidence)
	port.postMessage(reply, transfer)
})
