import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { decideSave, type KeptAnswer } from "@/lib/quiz/decide-save"
import {
  edit,
  joinStored,
  keepStored,
  mergeAnswers,
  type Outbox,
  readOutbox,
  receive,
  retryDelay,
  settle,
  unsaved,
  unsent,
} from "@/lib/quiz/outbox"

const now = new Date("2026-03-02T10:42:00Z")
const savedAt = now.toISOString()
const held = (saveNumber: number, value: unknown) => ({
  itemId: "q1",
  saveNumber,
  value,
  flagged: false,
  confidence: null,
  savedAt,
})
const mine = (saveNumber: number, value: unknown): Outbox =>
  edit({ q1: { ...base, saveNumber: saveNumber - 1 } }, "q1", { value })
const base = {
  value: null,
  flagged: false,
  confidence: null,
  saveNumber: 0,
  savedAt: null,
  late: false,
  rival: null,
}

describe("mergeAnswers", () => {
  it("restores what could not be sent", () => {
    const merged = mergeAnswers([held(1, "A")], mine(2, "B"))
    expect(merged.q1).toMatchObject({ value: "B", saveNumber: 2, savedAt: null, rival: null })
    expect(unsent(merged)).toHaveLength(1)
  })

  it("lets a newer answer of another device win, and asks where this device holds another one", () => {
    expect(mergeAnswers([held(3, "A")], {}).q1).toMatchObject({ value: "A", savedAt })
    expect(mergeAnswers([held(3, "A")], mine(2, "B")).q1?.rival).toEqual({ saveNumber: 3, value: "A" })
    expect(mergeAnswers([held(2, "A")], mine(2, "B")).q1?.rival).toEqual({ saveNumber: 2, value: "A" })
  })

  it("asks nothing where both hold the same", () => {
    expect(mergeAnswers([held(3, "B")], mine(2, "B")).q1).toMatchObject({
      saveNumber: 3,
      savedAt,
      rival: null,
    })
  })
})

describe("receive", () => {
  it("stamps what was saved, but not what has changed since", () => {
    const sent = mine(1, "A")
    const receipt = { saved: [{ itemId: "q1", saveNumber: 1, savedAt }], conflicts: [], late: false }
    expect(receive(sent, receipt, now).q1?.savedAt).toBe(savedAt)
    expect(receive(edit(sent, "q1", { value: "B" }), receipt, now).q1?.savedAt).toBeNull()
  })

  it("holds a conflict until the student has chosen", () => {
    const conflict = { saved: [], conflicts: [{ itemId: "q1", saveNumber: 4, value: "A" }], late: false }
    const asked = receive(mine(4, "B"), conflict, now)
    expect(unsent(asked)).toEqual([])
    expect(Object.keys(unsaved(asked))).toEqual(["q1"])
    expect(settle(asked, "q1", "mine", now).q1).toMatchObject({ value: "B", saveNumber: 5, savedAt: null })
    expect(settle(asked, "q1", "theirs", now).q1).toMatchObject({ value: "A", saveNumber: 4, savedAt })
  })
})

describe("two devices", () => {
  /** A device edits, sends, loses the answer; in the end both have sent everything and chosen their own where asked. */
  it("never end with an answer shown as saved that the server does not hold", () => {
    const step = fc.record({
      device: fc.constantFrom(0, 1),
      act: fc.constantFrom("edit", "send", "sendAndLoseReply", "reload", "mine", "theirs"),
      value: fc.constantFrom("A", "B", "C"),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let kept: KeptAnswer | null = null
        const devices: Outbox[] = [{}, {}]
        const history = new Set<string>()
        for (const { device, act, value } of steps) {
          const outbox = devices[device] ?? {}
          if (act === "edit") devices[device] = edit(outbox, "q1", { value })
          if (act === "mine" || act === "theirs") devices[device] = settle(outbox, "q1", act, now)
          if (act === "reload")
            devices[device] = mergeAnswers(kept ? [held(kept.saveNumber, kept.value)] : [], unsaved(outbox))
          if (act === "send" || act === "sendAndLoseReply") {
            for (const [itemId, answer] of unsent(outbox)) {
              const decision = decideSave({ itemId, ...answer }, kept, { handedIn: false, late: false, now })
              if (decision.outcome === "saved") kept = { ...answer, savedAt: now }
              if (decision.outcome !== "stale" && decision.outcome !== "conflict")
                history.add(`${answer.saveNumber} ${answer.value}`)
              if (act === "send")
                devices[device] = receive(outbox, receiptOf(itemId, answer.saveNumber, decision), now)
            }
          }
        }
        for (const { q1 } of devices) {
          if (q1?.savedAt) expect(history).toContain(`${q1.saveNumber} ${q1.value}`)
        }
      }),
    )
  })
})

function receiptOf(itemId: string, saveNumber: number, decision: ReturnType<typeof decideSave>) {
  if (decision.outcome === "stale" || decision.outcome === "conflict")
    return {
      saved: [],
      conflicts: [{ itemId, saveNumber: decision.kept.saveNumber, value: decision.kept.value }],
      late: false,
    }
  return { saved: [{ itemId, saveNumber, savedAt }], conflicts: [], late: false }
}

describe("retryDelay", () => {
  it("doubles up to half a minute and is spread", () => {
    expect(retryDelay(0, 0)).toBe(500)
    expect(retryDelay(0, 1)).toBe(1_000)
    expect(retryDelay(3, 0.5)).toBe(6_000)
    expect(retryDelay(99, 1)).toBe(30_000)
  })
})

describe("what lies in storage", () => {
  const other = { ...base, saveNumber: 5, value: "from another tab" }

  it("keeps what another tab wrote later, and takes away what this page brought", () => {
    const brought = { ...base, saveNumber: 2, value: "B", savedAt }
    expect(keepStored({ q1: { ...brought, savedAt: null }, q2: other }, { q1: brought })).toEqual({
      q2: other,
    })
    expect(keepStored({ q1: other }, mine(2, "B"))).toEqual({ q1: other })
    expect(keepStored({ q1: { ...other, saveNumber: 1 } }, mine(2, "B")).q1).toMatchObject({ value: "B" })
  })

  it("is, of two copies, of each answer the one given last", () => {
    expect(joinStored(mine(2, "B"), { q1: other, q2: other })).toEqual({ q1: other, q2: other })
    expect(joinStored({ q1: other }, mine(2, "B"))).toEqual({ q1: other })
  })

  it.each([null, "{not json", "5", '{"q1":null}', '{"q1":{"saveNumber":"2","savedAt":null}}'])(
    "is nothing where it reads %s",
    (text) => expect(readOutbox(text)).toEqual({}),
  )
})

describe("a receipt that comes late", () => {
  const receiptOf = (deadlineAt: string | null) =>
    receive(
      mine(2, "B"),
      { saved: [{ itemId: "q1", saveNumber: 2, savedAt }], conflicts: [], late: true, deadlineAt },
      now,
    )

  it("calls no answer late that was saved in time, whose first receipt got lost", () => {
    expect(receiptOf("2026-03-02T10:42:00.000Z").q1?.late).toBe(false)
    expect(receiptOf("2026-03-02T10:41:59.999Z").q1?.late).toBe(true)
    expect(receiptOf(null).q1?.late).toBe(true)
  })
})
