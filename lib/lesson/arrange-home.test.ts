import { describe, expect, it } from "vitest"
import { arrangeHome, type HomeAssignment, sentencesBefore } from "./arrange-home"
import type { StepView } from "./steps"

const now = new Date("2026-11-24T10:00:00Z")
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000)
const toDo: StepView[] = [
  {
    step: "read",
    state: "now",
    detailCode: "minutes",
    detailParams: {},
    minutes: 5,
    lockedBy: null,
    href: "/a/x/read",
  },
]
const done: StepView[] = [
  {
    step: "read",
    state: "done",
    detailCode: "read",
    detailParams: {},
    minutes: 5,
    lockedBy: null,
    href: "/a/x/read",
  },
]

const assignment = (id: string, change: Partial<HomeAssignment> = {}): HomeAssignment => ({
  id,
  title: id,
  className: "10B",
  opensAt: hours(-48),
  dueAt: hours(24),
  closesAt: hours(48),
  ownPostBy: null,
  classDueAt: hours(24),
  excused: false,
  nudgedAt: null,
  window: "open",
  steps: toDo,
  started: false,
  resultsOut: false,
  scoreChange: null,
  sentencesRead: 0,
  paragraphs: [4, 4],
  place: null,
  ...change,
})

const ids = (list: HomeAssignment[]) => list.map((one) => one.id)

describe("arrangeHome", () => {
  it("puts first what can still be done in time, by due date, and what is overdue after it", () => {
    const overdue = assignment("overdue", { dueAt: hours(-20) })
    const arranged = arrangeHome([overdue, assignment("b", { dueAt: hours(30) }), assignment("a")], now)
    expect(arranged.main?.id).toBe("a")
    expect(ids(arranged.alsoDue)).toEqual(["b", "overdue"])
  })

  it("has nothing due when all is done, closed, excused or not open yet", () => {
    const arranged = arrangeHome(
      [
        assignment("done", { steps: done }),
        assignment("closed", { window: "closed", resultsOut: true }),
        assignment("excused", { excused: true }),
        assignment("later", { window: "before" }),
      ],
      now,
    )
    expect(arranged.main).toBeNull()
    expect(ids(arranged.upcoming)).toEqual(["later"])
    expect(ids(arranged.results)).toEqual(["closed"])
    expect(ids(arranged.past)).toEqual(["excused", "done"])
  })

  it("keeps its order between two visits", () => {
    const all = [assignment("b"), assignment("a"), assignment("c")]
    expect(arrangeHome(all, now)).toEqual(arrangeHome([...all].reverse(), now))
  })
})

it("counts the sentences before a place", () => {
  expect(sentencesBefore([4, 4, 3], { paragraph: 1, ordinal: 1 })).toBe(0)
  expect(sentencesBefore([4, 4, 3], { paragraph: 3, ordinal: 2 })).toBe(9)
})
