import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  decideAnswer,
  decideReword,
  decideRuling,
  type KnownWording,
  type RestatingFacts,
} from "./decide-restating"
import { restatingView } from "./restating-view"
import { lastOf, roundsOf, stateOf } from "./wordings"

const start = Date.parse("2026-11-23T10:00:00Z")
const at = (minutes: number) => new Date(start + minutes * 60_000)

const first: KnownWording = {
  number: 1,
  createdAt: start,
  answer: null,
  ruling: null,
  body: "You say trade.",
  meant: null,
}
const facts: RestatingFacts = {
  mayWrite: true,
  isStaff: false,
  opensAt: at(-100),
  closesAt: at(10_000),
  archived: false,
  halt: null,
  isRestater: false,
  isRestated: false,
  maySettle: false,
  bothStand: true,
  wordings: [first],
}
const restated = { ...facts, isRestated: true }
const restater = { ...facts, isRestater: true }
const teacher = { ...facts, isStaff: true, maySettle: true }

type Decided = { ok: true; value: unknown } | { ok: false; refusal: { code: string } }
const codeOf = (decision: Decided) =>
  decision.ok
    ? decision.value === null
      ? "nothing"
      : "ok"
    : decision.refusal.code.replace("discussion.", "")
const yes = { number: 1, answer: "yes", meant: "" } as const
const notQuite = { number: 1, answer: "not_quite", meant: "Hunger." } as const

describe("an answer", () => {
  it("is its reader's, while both posts stand and the discussion is open", () => {
    expect(codeOf(decideAnswer(restated, yes, at(1)))).toBe("ok")
    expect(codeOf(decideAnswer(restater, yes, at(1)))).toBe("notAsked")
    expect(codeOf(decideAnswer(teacher, yes, at(1)))).toBe("notAsked")
    expect(codeOf(decideAnswer({ ...restated, bothStand: false }, yes, at(1)))).toBe("restatedGone")
    expect(codeOf(decideAnswer({ ...restated, archived: true }, yes, at(1)))).toBe("archived")
    expect(codeOf(decideAnswer(restated, yes, at(10_000)))).toBe("closed")
    expect(codeOf(decideAnswer({ ...restated, mayWrite: false }, yes, at(1)))).toBe("mayNotPost")
    expect(codeOf(decideAnswer({ ...restated, wordings: [] }, yes, at(1)))).toBe("noRestatement")
  })

  it("keeps no words with a yes, and asks for them with a not quite", () => {
    expect(decideAnswer(restated, { ...yes, meant: "left over" }, at(1))).toEqual({
      ok: true,
      value: { answer: "yes", meant: null },
    })
    expect(codeOf(decideAnswer(restated, { ...notQuite, meant: " " }, at(1)))).toBe("meantEmpty")
  })

  it("is given once, to the wording that was read", () => {
    const answered = { ...restated, wordings: [{ ...first, answer: "not_quite" as const, meant: "Hunger." }] }
    expect(codeOf(decideAnswer(answered, notQuite, at(1)))).toBe("nothing")
    expect(codeOf(decideAnswer(answered, yes, at(1)))).toBe("answeredAlready")
    expect(codeOf(decideAnswer(answered, { ...notQuite, meant: "Thirst." }, at(1)))).toBe("answeredAlready")
    const reworded = { ...restated, wordings: [first, { ...first, number: 2 }] }
    expect(codeOf(decideAnswer(reworded, yes, at(1)))).toBe("wordedAnew")
    expect(codeOf(decideAnswer(reworded, { ...yes, number: 9 }, at(1)))).toBe("wordedAnew")
  })
})

describe("other words", () => {
  const words = { number: 1, words: "You say hunger." }

  it("are for a while its writer's, then no more until it was not quite", () => {
    expect(codeOf(decideReword(restater, words, at(14)))).toBe("ok")
    expect(codeOf(decideReword(restater, words, at(15)))).toBe("rewordTooLate")
    expect(codeOf(decideReword(restated, words, at(1)))).toBe("notYours")
    expect(codeOf(decideReword(restater, { ...words, words: " You say trade.\u200b" }, at(99)))).toBe(
      "nothing",
    )
    expect(codeOf(decideReword(restater, { ...words, words: "" }, at(1)))).toBe("restatementEmpty")
    const answered = (answer: "yes" | "not_quite") => ({ ...restater, wordings: [{ ...first, answer }] })
    expect(codeOf(decideReword(answered("not_quite"), words, at(99)))).toBe("ok")
    expect(codeOf(decideReword(answered("yes"), words, at(1)))).toBe("restatingOver")
  })

  it("take the place of the words that were read, not of others", () => {
    const twice = { ...restater, wordings: [first, { ...first, number: 2, body: "You say wheat." }] }
    expect(codeOf(decideReword(twice, words, at(1)))).toBe("changedMeanwhile")
    expect(codeOf(decideReword(twice, { ...words, number: 2 }, at(1)))).toBe("ok")
  })

  it("do not win time by being put otherwise again and again", () => {
    const often = { ...restater, wordings: [first, { ...first, number: 2, createdAt: at(14).getTime() }] }
    expect(codeOf(decideReword(often, { ...words, number: 2 }, at(16)))).toBe("rewordTooLate")
  })
})

describe("settling", () => {
  const disputed = { ...teacher, wordings: [{ ...first, answer: "not_quite" as const, meant: "Hunger." }] }
  const fair = { number: 1, ruling: "fair" } as const

  it("is a teacher's who is neither of the two, after a not quite", () => {
    expect(codeOf(decideRuling(disputed, fair, at(1)))).toBe("ok")
    expect(codeOf(decideRuling(teacher, fair, at(1)))).toBe("nothingToSettle")
    expect(codeOf(decideRuling({ ...disputed, maySettle: false }, fair, at(1)))).toBe("mayNotSettle")
    expect(codeOf(decideRuling({ ...disputed, isRestated: true }, fair, at(1)))).toBe("settlesOwn")
    expect(codeOf(decideRuling({ ...disputed, isRestater: true }, fair, at(1)))).toBe("settlesOwn")
    expect(codeOf(decideRuling(disputed, fair, at(20_000)))).toBe("ok")
    expect(codeOf(decideRuling({ ...disputed, bothStand: false }, fair, at(1)))).toBe("restatedGone")
    expect(codeOf(decideRuling(disputed, { ...fair, number: 2 }, at(1)))).toBe("wordedAnew")
  })
})

type Press =
  | { who: "restated"; answer: "yes" | "not_quite"; back: number }
  | { who: "restater"; words: string; back: number }
  | { who: "teacher"; ruling: "fair" | "unfair"; back: number }

/** Who presses what, `back` wordings behind the one that stands, some minutes after the one before. */
const presses = fc.array(
  fc.tuple(
    fc.oneof(
      fc.record({
        who: fc.constant("restated" as const),
        answer: fc.constantFrom("yes", "not_quite"),
        back: fc.nat(1),
      }),
      fc.record({
        who: fc.constant("restater" as const),
        words: fc.constantFrom("one", "two", "three"),
        back: fc.nat(1),
      }),
      fc.record({
        who: fc.constant("teacher" as const),
        ruling: fc.constantFrom("fair", "unfair"),
        back: fc.nat(1),
      }),
    ),
    fc.nat(20),
  ),
  { maxLength: 25 },
)

/** What a press makes of the wordings, as the use cases keep it. */
function press(wordings: readonly KnownWording[], made: Press, now: Date): KnownWording[] {
  const number = (lastOf(wordings)?.number ?? 1) - made.back
  const onLast = (changes: Partial<KnownWording>) =>
    wordings.map((one, index) => (index === wordings.length - 1 ? { ...one, ...changes } : one))
  if (made.who === "restated") {
    const decision = decideAnswer({ ...restated, wordings }, { number, answer: made.answer, meant: "M" }, now)
    return decision.ok && decision.value ? onLast(decision.value) : [...wordings]
  }
  if (made.who === "restater") {
    const decision = decideReword({ ...restater, wordings }, { number, words: made.words }, now)
    if (!decision.ok || !decision.value) return [...wordings]
    const next = {
      ...first,
      number: wordings.length + 1,
      createdAt: now.getTime(),
      body: decision.value.words,
    }
    return [...wordings, next]
  }
  const decision = decideRuling({ ...teacher, wordings }, { number, ruling: made.ruling }, now)
  return decision.ok && decision.value ? onLast({ ruling: decision.value }) : [...wordings]
}

const played = (made: readonly [Press, number][]) => {
  let minutes = 0
  return made.reduce<{ history: KnownWording[][]; now: Date }>(
    ({ history, now: _ }, [one, pause]) => {
      minutes += pause
      const now = at(minutes)
      return { history: [...history, press(history.at(-1) ?? [], one, now)], now }
    },
    { history: [[first]], now: at(0) },
  )
}

describe("whatever is pressed, by whomever, in whatever order", () => {
  it("leaves one history: nothing written or answered is ever changed, and what is over stays over", () => {
    fc.assert(
      fc.property(presses, (made) => {
        const { history } = played(made as [Press, number][])
        for (const [index, after] of history.entries()) {
          const before = history[index - 1] ?? []
          expect(after.map(({ number }) => number)).toEqual(after.map((_, place) => place + 1))
          for (const [place, one] of before.entries()) {
            const now = after[place]
            expect(now).toMatchObject({ body: one.body, createdAt: one.createdAt })
            if (one.answer) expect(now?.answer).toBe(one.answer)
            if (one.ruling) expect(now?.ruling).toBe(one.ruling)
          }
          const last = lastOf(before)
          if (last && ["confirmed", "fair"].includes(stateOf(last))) expect(after).toEqual(before)
        }
      }),
    )
  })

  it("settles nothing that nobody disputed, and confirms nothing twice", () => {
    fc.assert(
      fc.property(presses, (made) => {
        const wordings = played(made as [Press, number][]).history.at(-1) ?? []
        const states = wordings.map(stateOf)
        expect(
          states.filter((state) => state === "confirmed" || state === "fair").length,
        ).toBeLessThanOrEqual(1)
        const ruled = wordings.findIndex(({ ruling }) => ruling !== null)
        if (ruled >= 0)
          expect(wordings.slice(0, ruled + 1).some(({ answer }) => answer === "not_quite")).toBe(true)
        for (const one of wordings) expect(one.answer === "not_quite").toBe(one.meant !== null)
      }),
    )
  })

  it("does the same once or many times", () => {
    fc.assert(
      fc.property(presses, (made) => {
        const once = played(made as [Press, number][]).history.at(-1)
        const twice = played(
          made.flatMap(([one, pause]) => [
            [one, pause],
            [{ ...one, back: 0 } as Press, 0],
          ]) as [Press, number][],
        )
        expect(once).toBeDefined()
        // A second press of the same button changes nothing that the first has changed.
        for (let index = 1; index < twice.history.length - 1; index += 2) {
          const pressed = made[(index - 1) / 2]?.[0]
          const [before, after, again] = [index - 1, index, index + 1].map((place) => twice.history[place])
          if (pressed?.back === 0 && JSON.stringify(before) !== JSON.stringify(after))
            expect(again).toEqual(after)
        }
      }),
    )
  })

  it("offers to each reader what the rules would let them do, and nothing else", () => {
    fc.assert(
      fc.property(presses, (made) => {
        const { history, now } = played(made as [Press, number][])
        const wordings = history.at(-1) ?? []
        const known = wordings.map((one) => ({ ...one, html: one.body, meantHtml: one.meant, ruledBy: null }))
        const number = wordings.length
        const view = (isRestated: boolean, isRestater: boolean, settles: boolean) =>
          restatingView({ isRestated, wordings: known }, { isRestater, mayPost: true, settles, now })
        const may = (decision: Decided) => decision.ok
        expect(view(true, false, false)?.asksYou).toBe(
          may(decideAnswer({ ...restated, wordings }, { number, answer: "not_quite", meant: "new" }, now)),
        )
        expect(view(false, true, false)?.reword !== null).toBe(
          may(decideReword({ ...restater, wordings }, { number, words: "quite new" }, now)),
        )
        expect(view(false, false, true)?.maySettle).toBe(
          (["fair", "unfair"] as const).every((ruling) =>
            may(decideRuling({ ...teacher, wordings }, { number, ruling }, now)),
          ),
        )
        expect(view(true, false, false)?.rounds).toHaveLength(roundsOf(wordings).length)
      }),
    )
  })
})
