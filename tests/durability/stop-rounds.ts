import { readFileSync } from "node:fs"
import http from "node:http"
import path from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { recordTried } from "../assurance/record"
import { acknowledgedOf, findFaults, findUnanswered, type Ledger, newLedger } from "./ledger"
import { prepareWork, untilMore } from "./rounds"
import { postgresPids, type RunningApp, runApp } from "./running-app"
import { startWork, type WorkOptions } from "./work"

const STUDENTS = 12
const LEAST = 40
const LATEST_MS = 500

/**
 * The app is told to stop (SIGTERM) while a class works and listens. It must end with 0, leave nothing it did unanswered, end
 * its streams as streams end, and stop its database in order. Resolves to how often it did not.
 */
export async function stopRounds(rounds: number): Promise<number> {
  const app = await runApp()
  try {
    const options = await prepareWork(app.port, STUDENTS)
    const ledger = newLedger(options.school.assignmentId)
    let lost = 0
    for (let round = 1; round <= rounds; round++) {
      const before = acknowledgedOf(ledger)
      const faults = await stopOnce(app, options, ledger)
      const more = acknowledgedOf(ledger) - before
      console.log(`round ${String(round).padStart(3)}: ${more} acknowledged, ${faults.length} faults`)
      for (const fault of faults.slice(0, 20)) console.log(`  ${fault}`)
      lost += faults.length
    }
    const of = "stops under load, each with code 0, every request that was carried out answered"
    recordTried({ promise: "stopping-is-gentle", tried: rounds, of, lost })
    console.log(`${rounds} stops, ${acknowledgedOf(ledger)} acknowledged, ${lost} lost`)
    return lost
  } finally {
    await app.dispose()
  }
}

async function stopOnce(app: RunningApp, options: WorkOptions, ledger: Ledger): Promise<string[]> {
  const work = startWork(options, ledger)
  const { cookie } = options.school.students[0] ?? {}
  const streams = [
    hear(app.port(), "/api/notices/events", cookie),
    hear(app.port(), threadStream(options.thread?.path ?? ""), cookie),
  ]
  await untilMore(work, LEAST)
  await sleep(Math.random() * LATEST_MS)
  const code = await app.stop()
  await work.stop()
  const faults = code === 0 ? [] : [`ended with ${code}`]
  for (const end of await Promise.all(streams)) if (end !== "ended") faults.push(`a stream ${end}`)
  if (postgresPids(app.dataFolder).length > 0) faults.push("PostgreSQL was left running")
  const log = readFileSync(path.join(app.dataFolder, "postgres/server.log"), "utf8")
  if (!log.trimEnd().endsWith("database system is shut down"))
    faults.push("PostgreSQL was not stopped in order")
  await app.restart()
  return [...faults, ...(await findUnanswered(ledger)), ...(await findFaults(ledger))]
}

const threadStream = (page: string): string =>
  `${page.replace("/a/", "/api/assignments/").replace("/discuss/", "/prompts/")}/events`

/** Listens to the end. */
function hear(port: number, path: string, cookie = ""): Promise<string> {
  return new Promise((resolve) => {
    const request = http.get(
      { host: "127.0.0.1", port, path, headers: { cookie }, agent: false },
      (response) => {
        if (response.statusCode !== 200) resolve(`was refused with ${response.statusCode}`)
        response.resume()
        response.on("end", () => resolve("ended"))
        response.on("error", ({ message }) => resolve(`broke: ${message}`))
      },
    )
    request.on("error", ({ message }) => resolve(`broke: ${message}`))
  })
}
