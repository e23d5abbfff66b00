import { expect, it } from "vitest"
import { EDIT_MINUTES, UNDO_MINUTES } from "./decide-own-post"
import { ownPostView } from "./own-post"

const createdAt = Date.parse("2026-11-25T10:00:00Z")
const at = (minutes: number) => new Date(createdAt + minutes * 60_000)
const own = {
  body: "He is right.",
  deletedAt: null,
  hiddenFor: null,
  returnedFor: null,
  isWaiting: false,
  act: null,
  isAnswered: false,
}

it("hands out the words while they may be changed, and not a moment longer", () => {
  const about = { state: "visible" as const, createdAt, mayPost: true }
  expect(ownPostView(own, { ...about, now: at(EDIT_MINUTES - 1) })).toMatchObject({
    body: own.body,
    editUntil: at(EDIT_MINUTES).getTime(),
    mayTakeBack: true,
  })
  expect(ownPostView(own, { ...about, now: at(EDIT_MINUTES) })).toMatchObject({
    body: null,
    mayTakeBack: true,
  })
  expect(ownPostView(own, { ...about, mayPost: false, now: at(1) })).toMatchObject({
    body: null,
    mayTakeBack: false,
  })
})

it("offers to put back for a while", () => {
  const taken = { ...own, body: null, deletedAt: createdAt }
  const about = { state: "deleted" as const, createdAt, mayPost: true }
  const until = at(UNDO_MINUTES).getTime()
  expect(ownPostView(taken, { ...about, now: at(UNDO_MINUTES - 1) }).undoUntil).toBe(until)
  expect(ownPostView(taken, { ...about, now: at(UNDO_MINUTES) }).undoUntil).toBeNull()
})
