import { expect, it } from "vitest"
import { arrangeToday, type TodayFacts } from "./arrange-today"

const now = new Date("2026-11-24T10:00:00Z")
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000)

const facts = (id: string, change: Partial<TodayFacts> = {}) => ({
  id,
  opensAt: hours(-48),
  dueAt: hours(24),
  closesAt: hours(48),
  releasePolicy: "on_submit" as const,
  releasedAt: null,
  mayEdit: true,
  submitted: 3,
  openReports: 0,
  heldPosts: 0,
  flaggedPosts: 0,
  openAppeals: 0,
  unreadReplies: 0,
  ...change,
})

it("puts what runs, comes and has closed apart", () => {
  const all = [
    facts("closed", { closesAt: now, dueAt: hours(-2) }),
    facts("running"),
    facts("upcoming", { opensAt: hours(1) }),
  ]
  const { running, upcoming, closed } = arrangeToday(all, now)
  expect([running, upcoming, closed].map((list) => list.map((one) => one.id))).toEqual([
    ["running"],
    ["upcoming"],
    ["closed"],
  ])
})

it("calls for a release only where the teacher alone can give it, and somebody waits", () => {
  const held = { releasePolicy: "by_teacher" as const, dueAt: hours(-1) }
  const all = [
    facts("waits", held),
    facts("not due", { ...held, dueAt: hours(1) }),
    facts("nobody", { ...held, submitted: 0 }),
    facts("out", { ...held, releasedAt: now }),
    facts("assistant", { ...held, mayEdit: false }),
    facts("by itself", { dueAt: hours(-1) }),
  ]
  expect(arrangeToday(all, now).toRelease.map((one) => one.id)).toEqual(["waits"])
})

it("brings up what was reported, closed or not, until somebody has looked", () => {
  const all = [facts("calm"), facts("reported", { openReports: 2, closesAt: now })]
  expect(arrangeToday(all, now).reported.map((one) => one.id)).toEqual(["reported"])
})

it("brings up replies to comments, to whoever may answer them", () => {
  const all = [
    facts("calm"),
    facts("replied", { unreadReplies: 2 }),
    facts("assistant", { unreadReplies: 2, mayEdit: false }),
  ]
  expect(arrangeToday(all, now).replied.map((one) => one.id)).toEqual(["replied"])
})
