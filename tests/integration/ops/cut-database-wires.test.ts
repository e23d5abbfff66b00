import { expect, it } from "vitest"
import { closeDatabase } from "@/lib/platform/database"
import { recordTried, tries } from "@/tests/assurance/record"
import { findFaults } from "@/tests/durability/ledger"
import { prepareWork, untilMore } from "@/tests/durability/rounds"
import { startWork } from "@/tests/durability/work"
import { useTestDatabase } from "@/tests/support/database"
import { anyFault, faultsDone, mostlyNone, startFaultProxy } from "@/tests/support/fault-proxy"
import { useFrontServer } from "@/tests/support/front-server"

useTestDatabase()
const server = useFrontServer()

/** Pieces between app and database that are cut, come late or in crumbs. */
const FAULTS = tries(100, 4_000)
const CHANCE = 0.12
const STUDENTS = 8

it(`loses nothing acknowledged while ${FAULTS} pieces between app and database meet a fault`, {
  timeout: 120_000 + FAULTS * 100,
}, async () => {
  const port = () => Number(new URL(server.base()).port)
  const { thread: _, ...options } = await prepareWork(port, STUDENTS)
  await closeDatabase()
  const straight = process.env.DATABASE_URL ?? ""
  const url = new URL(straight)
  let chance = 0
  const proxy = await startFaultProxy(Number(url.port), () => mostlyNone(chance, anyFault)())
  url.port = String(proxy.port)
  process.env.DATABASE_URL = url.toString()
  const work = startWork(options)
  await untilMore(work, STUDENTS)
  chance = CHANCE
  while (faultsDone(proxy) < FAULTS) await untilMore(work, 1)
  await work.stop()
  await closeDatabase()
  process.env.DATABASE_URL = straight
  await proxy.close()
  const faults = await findFaults(work.ledger)
  const { saves, handedIn, later } = work.ledger
  const promise = "database-wires-lose-nothing"
  const of = "faults between app and database"
  recordTried({ promise, tried: faultsDone(proxy), of, lost: faults.length })
  recordTried({ promise, tried: saves.length, of: "saves acknowledged meanwhile", lost: 0 })
  recordTried({
    promise,
    tried: handedIn.size,
    of: "attempts handed in meanwhile, each scored whole",
    lost: 0,
  })
  console.log(JSON.stringify({ ...proxy.done, later }))
  expect(faults).toEqual([])
})
