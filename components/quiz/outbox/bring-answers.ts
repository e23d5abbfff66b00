import { type AnswerStorage, openStorage, storedAnswers } from "@/components/quiz/outbox/stored-answers"
import { keepInVault } from "@/components/quiz/outbox/vault"
import { AnswerSaver, type SaverPorts, type SaverSnapshot } from "@/components/quiz/sitting/answer-saver"
import { unsaved } from "@/lib/quiz/outbox"
import { outboxKey } from "@/lib/quiz/outbox-keys"

/**
 * Why answers are still here. offline, signedOut: they go another time. handedIn, refused, unreadable: the school does
 * not take them. rival: another device has another answer, and the student chooses in the quiz.
 */
export type WhyHere = "offline" | "signedOut" | "handedIn" | "refused" | "unreadable" | "rival"

export type Brought = {
  /** Answers the school took now. */
  count: number
  /** Of these, those that came after the time was over. */
  late: number
  /** When the oldest of them was given, by this device's clock; ISO. */
  givenAt: string | null
  left: { attemptId: string; count: number; why: WhyHere }[]
}

export type BringPorts = Omit<SaverPorts, "storage"> & { storage: AnswerStorage | null }

const browserPorts = (): BringPorts => ({
  fetch: (path, init) => fetch(path, init),
  storage: openStorage(),
  vault: keepInVault,
  now: () => new Date(),
  random: Math.random,
})

/** Sends what this person could not send before, of every attempt, and says what became of it. */
export async function bringAnswers(personId: string, ports: BringPorts = browserPorts()): Promise<Brought> {
  const brought: Brought = { count: 0, late: 0, givenAt: null, left: [] }
  // Whoever cannot be reached for one attempt is not waited for with each of the others.
  let cut: "offline" | "signedOut" | null = null
  for (const { attemptId, answers } of storedAnswers(personId, ports.storage)) {
    if (cut) {
      brought.left.push({ attemptId, count: Object.keys(answers).length, why: cut })
      continue
    }
    const saver = new AnswerSaver({
      savePath: `/api/attempts/${attemptId}/responses`,
      storageKey: outboxKey(personId, attemptId),
      answers: [],
      ports,
    })
    saver.restore()
    const after = await saver.drain()
    if (after.state === "offline" || after.state === "signedOut") cut = after.state
    const here = unsaved(after.outbox)
    for (const [itemId, answer] of Object.entries(after.outbox)) {
      if (itemId in here) continue
      brought.count += 1
      if (answer.late) brought.late += 1
      const { givenAt } = answers[itemId] ?? {}
      if (givenAt && (brought.givenAt === null || givenAt < brought.givenAt)) brought.givenAt = givenAt
    }
    const count = Object.keys(here).length
    if (count > 0) brought.left.push({ attemptId, count, why: whyHere(after) })
  }
  return brought
}

function whyHere({ state, outbox, stuck }: SaverSnapshot): WhyHere {
  if (state !== "idle" && state !== "sending") return state
  return stuck.size > 0 && Object.keys(unsaved(outbox)).some((id) => stuck.has(id)) ? "unreadable" : "rival"
}
