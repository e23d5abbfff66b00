import { setTimeout as sleep } from "node:timers/promises"
import { database } from "@/lib/platform/database"
import { recordTried } from "../assurance/record"
import { makeBenchSchool } from "../bench/bench-school"
import { makeBenchThread } from "../bench/bench-thread"
import { loadAnswers } from "../bench/load-answers"
import { acknowledgedOf, findFaults, type Ledger } from "./ledger"
import type { Work, WorkOptions } from "./work"

/** A round is worth nothing before that much was acknowledged; then the moment of the fault is drawn anew each time. */
const LEAST = 20
const LATEST_MS = 1_000
const PATIENCE_MS = 300_000

export type RoundsOf = {
  promise: string
  /** "kills", "restarts". */
  what: string
  rounds: number
  work: Work
  /** Does the harm and waits until it is over; says what it did. */
  disturb: (round: number) => Promise<string>
}

/** A class of so many with everything it needs for `startWork`. */
export async function prepareWork(port: () => number, students: number): Promise<WorkOptions> {
  const school = await makeBenchSchool(students)
  // Results are shown by the teacher alone, so that attempts can be begun without end.
  await database().assignment.update({
    where: { id: school.assignmentId },
    data: { attemptsAllowed: 1_000_000, releasePolicy: "by_teacher" },
  })
  const thread = await makeBenchThread(school, { position: 1, posts: students, conversation: 1 })
  return { port, school, answers: await loadAnswers(school.assignmentId), thread }
}

/**
 * Harm is done to a class at work, again and again. After each round whatever was acknowledged must be stored, once, and
 * no attempt be handed in by halves. Says and records what was tried; resolves to how much was lost.
 */
export async function disturbedRounds({ promise, what, rounds, work, disturb }: RoundsOf): Promise<number> {
  const { ledger } = work
  let lost = 0
  for (let round = 1; round <= rounds; round++) {
    const [savesBefore, before] = [ledger.saves.length, acknowledgedOf(ledger)]
    await untilMore(work, LEAST)
    await sleep(Math.random() * LATEST_MS)
    const done = await disturb(round)
    await untilMore(work, LEAST)
    const found = await findFaults(ledger, savesBefore)
    const more = acknowledgedOf(ledger) - before
    console.log(`round ${String(round).padStart(3)}: ${done}, ${more} acknowledged, ${found.length} lost`)
    for (const fault of found.slice(0, 20)) console.log(`  ${fault}`)
    lost += found.length
  }
  await work.stop()
  const found = await findFaults(ledger)
  for (const fault of found.slice(0, 20)) console.log(`in the end: ${fault}`)
  lost = Math.max(lost, found.length)
  recordAcknowledged(promise, `${rounds} ${what}`, ledger, lost)
  console.log(`${rounds} ${what}, ${acknowledgedOf(ledger)} acknowledged, ${lost} lost`)
  return lost
}

/** The losses of all three kinds are named with the first: a fault may concern more than one. */
export function recordAcknowledged(promise: string, around: string, ledger: Ledger, lost: number): void {
  const { saves, handedIn, replies } = ledger
  recordTried({ promise, tried: saves.length, of: `saves acknowledged around ${around}`, lost })
  recordTried({ promise, tried: handedIn.size, of: "attempts handed in, each scored whole", lost: 0 })
  if (replies.size > 0)
    recordTried({ promise, tried: replies.size, of: "replies posted, each once", lost: 0 })
}

/** Waits until that much more was acknowledged. */
export async function untilMore({ ledger }: Work, more: number): Promise<void> {
  const wanted = acknowledgedOf(ledger) + more
  for (const giveUpAt = Date.now() + PATIENCE_MS; acknowledgedOf(ledger) < wanted; await sleep(10))
    if (Date.now() > giveUpAt)
      throw new Error(`only ${acknowledgedOf(ledger)} of ${wanted} acknowledged; ${ledger.wrong.slice(-3)}`)
}
