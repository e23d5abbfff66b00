import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { decideDraft } from "@/lib/results/grading/decide-draft"
import { type DraftAnswer, DraftSaver, type SentDraft } from "./draft-saver"

/** A school that keeps the greatest number, a clock that is turned by hand, and a line that can be cut. */
function school(standing: number | null = null) {
  const kept = { number: standing, draft: null as SentDraft | null }
  const due: (() => void)[] = []
  const sent: SentDraft[] = []
  const line = { isCut: false, refuses: false }
  const take = (draft: SentDraft): DraftAnswer => {
    const isKept = decideDraft(kept.number, draft.number) === "kept"
    if (isKept) Object.assign(kept, { number: draft.number, draft })
    return { number: kept.number ?? 0, savedAt: "2026-11-28T10:42:00.000Z", isKept }
  }
  const ports = {
    send: async (draft: SentDraft) => {
      sent.push(draft)
      if (line.isCut) throw new Error("cut")
      return line.refuses ? ("refused" as const) : take(draft)
    },
    later: (act: () => void) => {
      due.push(act)
      return () => void due.splice(due.indexOf(act), 1)
    },
  }
  const pass = async () => {
    for (const act of due.splice(0)) act()
    for (let turns = 0; turns < 10; turns++) await Promise.resolve()
  }
  return { kept, sent, line, ports, take, pass }
}

const content = (comment: string) => ({ levels: {}, comment, basedOn: null })
const fresh = { number: 0, content: null, savedAt: null }

describe("a grade that is kept as typed", () => {
  it("is sent once for what is typed at a stretch, and is safe when it has arrived", async () => {
    const { kept, sent, ports, pass } = school()
    const saver = new DraftSaver(ports, fresh)
    for (const words of ["S", "Sa", "Say"]) saver.change(content(words))
    expect(saver.read()).toMatchObject({ state: "local" })
    await pass()
    expect(sent.map(({ number }) => number)).toEqual([3])
    expect(saver.read()).toMatchObject({ state: "safe", savedAt: "2026-11-28T10:42:00.000Z" })
    expect(kept.draft?.grade?.comment).toBe("Say")
  })

  it("is on this device alone while the line is cut, and is tried again", async () => {
    const { kept, line, ports, pass } = school()
    const saver = new DraftSaver(ports, fresh)
    line.isCut = true
    saver.change(content("Kept"))
    await pass()
    expect(saver.read()).toMatchObject({ state: "local", content: content("Kept") })
    line.isCut = false
    await pass()
    expect(saver.read().state).toBe("safe")
    expect(kept.draft?.grade?.comment).toBe("Kept")
  })

  it("is not sent again where it will not be taken", async () => {
    const { sent, line, ports, pass } = school()
    const saver = new DraftSaver(ports, fresh)
    line.refuses = true
    saver.change(content("Mine"))
    await pass()
    await pass()
    expect(saver.read()).toMatchObject({ state: "refused", content: content("Mine") })
    expect(sent).toHaveLength(1)
  })

  it("counts on above another device's, whose words were typed before", async () => {
    const { kept, ports, pass } = school(7)
    const saver = new DraftSaver(ports, { ...fresh, number: 2 })
    saver.change(content("Last"))
    await pass()
    await pass()
    expect(kept).toMatchObject({ number: 8, draft: { grade: { comment: "Last" } } })
    expect(saver.read().state).toBe("safe")
  })

  it("sends nothing after it was given, whose number is above all that was sent", async () => {
    const { sent, ports, pass } = school()
    const saver = new DraftSaver(ports, fresh)
    saver.change(content("Done"))
    expect(saver.handOver()).toBe(2)
    saver.given()
    await pass()
    expect(sent).toEqual([])
    expect(saver.read()).toEqual({ content: null, state: "none", savedAt: null })
  })

  it("brings nothing back that was on its way when it was given", async () => {
    const { kept, sent, ports, take, pass } = school()
    const held: (() => void)[] = []
    const slow = {
      ...ports,
      send: async (draft: SentDraft) => {
        await new Promise<void>((resolve) => held.push(resolve))
        return ports.send(draft)
      },
    }
    const saver = new DraftSaver(slow, fresh)
    saver.change(content("Done"))
    await pass()
    // The grade overtakes the draft; the draft's answer comes before the grade's.
    take({ number: saver.handOver(), grade: null, basedOn: null })
    held[0]?.()
    await pass()
    await pass()
    expect(saver.isHandedOver).toBe(true)
    saver.given()
    await pass()
    expect(sent).toHaveLength(1)
    expect(kept.draft).toMatchObject({ number: 2, grade: null })
  })

  it("goes on where the grade was not taken", async () => {
    const { kept, ports, pass } = school()
    const saver = new DraftSaver(ports, fresh)
    saver.change(content("Not yet"))
    saver.handOver()
    saver.change(content("Not yet"))
    expect(saver.isHandedOver).toBe(false)
    await pass()
    expect(kept.draft).toMatchObject({ number: 3, grade: { comment: "Not yet" } })
  })

  it("is gone at school as well when it is dropped", async () => {
    const { kept, ports, pass } = school()
    const saver = new DraftSaver(ports, fresh)
    saver.change(content("No"))
    await pass()
    saver.drop()
    await pass()
    expect(kept.draft).toMatchObject({ number: 2, grade: null })
  })
})

it("keeps the newest of any drafts, in whatever order and however often they arrive", () => {
  const arrivals = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 60 })
  fc.assert(
    fc.property(arrivals, (numbers) => {
      const { kept, take } = school()
      let greatest = 0
      for (const number of numbers) {
        const answer = take({ number, grade: { levels: {}, comment: String(number) }, basedOn: null })
        expect(answer.isKept).toBe(number > greatest)
        greatest = Math.max(greatest, number)
        expect(kept.draft?.number).toBe(greatest)
      }
    }),
  )
})
