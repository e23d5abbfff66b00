import type { PageEntry, Shot } from "@/tests/shots/page-entry"
import type { Scene } from "@/tests/shots/scene"
import { brokenWithout, missingFor, newStudent, strayStudent, student } from "@/tests/shots/shot-makers"

const step = (name: string) => (scene: Scene) => `/a/${scene.assignmentId}/${name}`
const untouched = (name: string) => (scene: Scene) => `/a/${scene.untouchedAssignmentId}/${name}`
const reader = (scene: Scene) => scene.reader
const sitter = (scene: Scene) => scene.sitter

/** Chooses the first answer while there is no connection. */
const answerOffline: Shot["act"] = async (page) => {
  await page.waitForLoadState("networkidle")
  await page.context().setOffline(true)
  await page.locator('main input[type="radio"]').last().check({ force: true })
  await page.waitForTimeout(1500)
}

/** A student's way: home, then every step of an assignment. */
export const studentPages: readonly PageEntry[] = [
  {
    page: "home/page.tsx",
    shots: [
      { state: "full", as: reader, path: () => "/home" },
      { state: "full", as: student, path: () => "/home" },
      { state: "empty", as: strayStudent, path: () => "/home" },
      brokenWithout("Assignment", { as: student, path: () => "/home" }),
    ],
  },
  {
    page: "a/[assignmentId]/page.tsx",
    neverEmpty: "It leads on, or says how things stand.",
    shots: [
      { state: "full", as: student, path: (scene) => `/a/${scene.assignmentId}` },
      missingFor(strayStudent, (scene) => `/a/${scene.assignmentId}`),
    ],
  },
  {
    page: "a/[assignmentId]/stance/page.tsx",
    shots: [
      { state: "full", as: student, path: step("stance") },
      { state: "empty", as: newStudent, path: untouched("stance") },
      brokenWithout("StanceSubject", { as: newStudent, path: untouched("stance") }),
    ],
  },
  {
    page: "a/[assignmentId]/read/page.tsx",
    shots: [
      { state: "full", as: reader, path: step("read"), print: true },
      {
        state: "full",
        as: reader,
        path: step("read"),
        act: async (page) => {
          await page.waitForLoadState("networkidle")
          await page.locator("[data-s]").nth(3).click()
        },
      },
      { state: "empty", as: (scene) => scene.beginner, path: step("read") },
      brokenWithout("SentenceNote", { as: reader, path: step("read") }),
    ],
  },
  {
    page: "a/[assignmentId]/quiz/page.tsx",
    shots: [
      { state: "full", as: sitter, path: step("quiz") },
      { state: "empty", as: reader, path: step("quiz") },
      { state: "error", as: sitter, path: step("quiz"), act: answerOffline },
    ],
  },
  {
    page: "a/[assignmentId]/quiz/review/page.tsx",
    neverEmpty: "Without an attempt it leads back to the start.",
    shots: [
      { state: "full", as: sitter, path: step("quiz/review") },
      brokenWithout("Response", { as: sitter, path: step("quiz/review") }),
    ],
  },
  {
    page: "a/[assignmentId]/results/page.tsx",
    neverEmpty: "Without a submitted attempt it leads back to the quiz.",
    shots: [
      { state: "full", as: student, path: step("results"), print: true },
      missingFor(strayStudent, step("results")),
    ],
  },
  {
    page: "a/[assignmentId]/discuss/page.tsx",
    shots: [
      { state: "full", as: student, path: step("discuss") },
      { state: "empty", as: reader, path: step("discuss") },
      brokenWithout("Thread", { as: student, path: step("discuss") }),
    ],
  },
  {
    page: "a/[assignmentId]/discuss/[promptId]/page.tsx",
    shots: [
      { state: "full", as: student, path: (scene) => `/a/${scene.assignmentId}/discuss/${scene.promptId}` },
      {
        state: "empty",
        as: student,
        path: (scene) => `/a/${scene.assignmentId}/discuss/${scene.unansweredPromptId}`,
      },
      missingFor(student, (scene) => `/a/${scene.assignmentId}/discuss/${scene.nowhere}`),
    ],
  },
  {
    page: "a/[assignmentId]/reflect/page.tsx",
    shots: [
      { state: "full", as: student, path: step("reflect") },
      { state: "empty", as: (scene) => scene.poster, path: step("reflect") },
      brokenWithout("StanceSubject", { as: student, path: step("reflect") }),
    ],
  },
]
