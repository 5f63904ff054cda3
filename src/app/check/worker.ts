import { parentPort, workerData } from "node:worker_threads"
import { answer, type Question } from "./questions.ts"
import { blockJudge, type Reading } from "./reading.ts"

const port = parentPort
if (port === null) throw new Error("This is the entry of a worker thread")

const judge = blockJudge(workerData as Reading)

port.on("message", (question: Question) => {
	const { reply, transfer } = answer(question, judge)
	port.postMessage(reply, transfer)
})
