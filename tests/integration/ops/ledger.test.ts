import { expect, it } from "vitest"
import { pool } from "@/lib/platform/database"
import { findFaults, findUnanswered } from "@/tests/durability/ledger"
import { prepareWork, untilMore } from "@/tests/durability/rounds"
import { startWork } from "@/tests/durability/work"
import { useTestDatabase } from "@/tests/support/database"
import { useFrontServer } from "@/tests/support/front-server"

useTestDatabase()
const server = useFrontServer()

const one = (table: string) => `ctid = (SELECT ctid FROM ${table} LIMIT 1)`

/** Harm that no server may do, and what must be said of it. */
const HARM = [
  [`DELETE FROM "ResponseSave" WHERE ${one('"ResponseSave"')}`, "save lost"],
  [`DELETE FROM "Response" WHERE ${one('"Response"')}`, "save lost"],
  [`DELETE FROM "Scoring" WHERE ${one('"Scoring"')}`, "handed in by halves"],
  [`DELETE FROM "Event" WHERE kind = 'attempt.submitted'`, "handed in by halves"],
  [`UPDATE "Attempt" SET "submitKey" = 'another' WHERE state = 'submitted'`, "hand-in lost"],
  [`UPDATE "Thread" SET "lastSeq" = "lastSeq" + 1`, "reply twice or uncounted"],
  [`DELETE FROM "Post" WHERE ${one('"Post"')}`, "reply twice or uncounted"],
] as const

it("finds what is lost, halved or doubled, and nothing where all is well", async () => {
  const port = () => Number(new URL(server.base()).port)
  const { thread: _, ...options } = await prepareWork(port, 3)
  const work = startWork(options)
  await untilMore(work, 100)
  await work.stop()
  const { ledger } = work
  expect(await findFaults(ledger)).toEqual([])
  expect(await findUnanswered(ledger)).toEqual([])
  // The log lets nobody do this while its guard stands.
  await pool().query('ALTER TABLE "Event" DISABLE TRIGGER USER')
  for (const [harm, said] of HARM) {
    await pool().query(harm)
    expect((await findFaults(ledger)).join("\n"), harm).toContain(said)
  }
  const [gone] = ledger.saves.splice(-1)
  expect((await findUnanswered(ledger)).join("\n")).toContain(`save not answered: ${gone?.attemptId}`)
  ledger.wrong.push("500 no")
  expect(await findFaults(ledger)).toContain("wrong answer: 500 no")
})
