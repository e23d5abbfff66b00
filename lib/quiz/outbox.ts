import type { Confidence } from "@/lib/quiz/confidence"
import { sameJson } from "@/lib/quiz/decide-save"

/** An answer as the server has it. */
export type ServerAnswer = {
  itemId: string
  saveNumber: number
  value: unknown
  flagged: boolean
  confidence: Confidence | null
  savedAt: string
}

/** What another device saved for the same item; the student chooses. */
export type Rival = { saveNumber: number; value: unknown }

/** One answer on this device. `savedAt` is when the server took this very value; null while it has not. */
export type LocalAnswer = {
  value: unknown
  flagged: boolean
  /** How sure the student said to be; null where not asked or not said. */
  confidence: Confidence | null
  saveNumber: number
  savedAt: string | null
  /** Taken after the deadline: kept, but it does not count unless the teacher accepts it. */
  late: boolean
  rival: Rival | null
  /** When it was given, by this device's clock; ISO. Only to tell the student which answers these are. */
  givenAt?: string
}

/** Answers by item id. Items that were never touched are not in it. */
export type Outbox = Readonly<Record<string, LocalAnswer>>

/** What the server answered to a save. */
export type Receipt = {
  saved: readonly { itemId: string; saveNumber: number; savedAt: string }[]
  conflicts: readonly { itemId: string; saveNumber: number; value: unknown }[]
  late: boolean
  /** When this student's time ends; ISO. */
  deadlineAt?: string | null
}

/**
 * What a page begins with: the server's answers, and over them what this device could not bring there. The greater save
 * number wins; where the same number or a smaller one holds another value, the student is asked.
 */
export function mergeAnswers(server: readonly ServerAnswer[], local: Outbox): Outbox {
  const known = server.map(({ itemId, ...answer }) => [itemId, { ...answer, late: false, rival: null }])
  return takeUp(Object.fromEntries(known) as Outbox, local)
}

/** The same for a page that is under way: what was answered on it meanwhile, and is not sent yet, stays the newest. */
export function takeUp(outbox: Outbox, stored: Outbox): Outbox {
  const after: Record<string, LocalAnswer> = { ...outbox }
  for (const [itemId, mine] of Object.entries(stored)) {
    const now = outbox[itemId]
    if (mine.savedAt !== null) continue
    if (now?.savedAt === null) {
      if (mine.saveNumber > now.saveNumber) after[itemId] = { ...now, saveNumber: mine.saveNumber + 1 }
    } else if (!now || mine.saveNumber > now.saveNumber) after[itemId] = mine
    else if (!sameJson(mine.value, now.value))
      after[itemId] = { ...mine, rival: { saveNumber: now.saveNumber, value: now.value } }
  }
  return after
}

/** What a student can change of an answer, and when that was by the device's clock. */
export type AnswerChange = { value?: unknown; flagged?: boolean; confidence?: Confidence; givenAt?: string }

/** The student answers, takes back (null), flags, or says how sure they are. */
export function edit(outbox: Outbox, itemId: string, change: AnswerChange): Outbox {
  const before = outbox[itemId] ?? UNTOUCHED
  const saveNumber = Math.max(before.saveNumber, before.rival?.saveNumber ?? 0) + 1
  const after = { ...before, ...change, saveNumber, savedAt: null, late: false, rival: null }
  return { ...outbox, [itemId]: after }
}

const UNTOUCHED: LocalAnswer = {
  value: null,
  flagged: false,
  confidence: null,
  saveNumber: 0,
  savedAt: null,
  late: false,
  rival: null,
}

/** What still has to go to the server. An answer that waits for the student's choice does not. */
export const unsent = (outbox: Outbox): [string, LocalAnswer][] =>
  Object.entries(outbox).filter(([, { savedAt, rival }]) => savedAt === null && rival === null)

/** Only what the server does not have: nothing else needs to stay on a shared computer. */
export const unsaved = (outbox: Outbox): Outbox =>
  Object.fromEntries(Object.entries(outbox).filter(([, { savedAt }]) => savedAt === null))

/**
 * What belongs into the device's storage: what this page could not bring to the server, and what lies there already
 * from another tab and is newer, or of an item that this page knows nothing of.
 */
export const keepStored = (stored: Outbox, outbox: Outbox): Outbox => ({
  ...unsaved(outbox),
  ...newerThan(outbox, stored),
})

/** Two copies of what waits: of each answer the one that was given last. */
export const joinStored = (one: Outbox, other: Outbox): Outbox => ({ ...one, ...newerThan(one, other) })

/** Of the other answers those that were given after the one's. */
const newerThan = (one: Outbox, other: Outbox): Outbox =>
  Object.fromEntries(
    Object.entries(other).filter(([itemId, { saveNumber }]) => saveNumber > (one[itemId]?.saveNumber ?? -1)),
  )

/** Stored answers as text; what somebody or something has spoiled is left out. */
export function readOutbox(text: string | null): Outbox {
  try {
    const stored: unknown = JSON.parse(text ?? "{}")
    if (typeof stored !== "object" || stored === null) return {}
    return Object.fromEntries(Object.entries(stored).filter(([, answer]) => isWaiting(answer)))
  } catch {
    return {}
  }
}

const isWaiting = (answer: unknown): answer is LocalAnswer =>
  typeof answer === "object" &&
  answer !== null &&
  "saveNumber" in answer &&
  Number.isSafeInteger(answer.saveNumber) &&
  "savedAt" in answer &&
  answer.savedAt === null

/** What the server's answer makes of it. An answer changed again since it was sent stays to be sent. */
export function receive(outbox: Outbox, receipt: Receipt, now: Date): Outbox {
  const after: Record<string, LocalAnswer> = { ...outbox }
  for (const { itemId, saveNumber, savedAt } of receipt.saved) {
    const mine = after[itemId]
    if (mine?.saveNumber === saveNumber)
      after[itemId] = { ...mine, savedAt, late: isLate(receipt, savedAt), rival: null }
  }
  for (const { itemId, saveNumber, value } of receipt.conflicts) {
    const mine = after[itemId]
    if (!mine || mine.savedAt !== null || mine.saveNumber > saveNumber) continue
    after[itemId] = sameJson(mine.value, value)
      ? { ...mine, saveNumber, savedAt: now.toISOString(), rival: null }
      : { ...mine, rival: { saveNumber, value } }
  }
  return after
}

/** A request may be late with an answer that was saved in time, whose receipt got lost: that answer counts. */
const isLate = ({ late, deadlineAt }: Receipt, savedAt: string): boolean =>
  late && !(deadlineAt && Date.parse(savedAt) <= Date.parse(deadlineAt))

/** The student's choice between this device's answer and the other's. */
export function settle(outbox: Outbox, itemId: string, choice: "mine" | "theirs", now: Date): Outbox {
  const answer = outbox[itemId]
  if (!answer?.rival) return outbox
  if (choice === "mine") return edit(outbox, itemId, {})
  const theirs = { ...answer, ...answer.rival, savedAt: now.toISOString(), rival: null }
  return { ...outbox, [itemId]: theirs }
}

/**
 * Milliseconds to wait before trying again: doubling from a second to half a minute, spread so that a class does not
 * knock at once.
 */
export function retryDelay(failures: number, random: number): number {
  const longest = Math.min(30_000, 1_000 * 2 ** Math.min(failures, 10))
  return Math.round(longest * (0.5 + random / 2))
}
