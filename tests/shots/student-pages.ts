import { afterQuizShots } from "@/tests/shots/after-quiz-pages"
import {
  citing,
  ownPostPassed,
  ownPostSoon,
  pickPost,
  pickSource,
  preview,
} from "@/tests/shots/argument-scene"
import { fixShots } from "@/tests/shots/fix-pages"
import { readerGranted, signOutOffline, sitterGranted, withWaitingAnswer } from "@/tests/shots/granted-scene"
import { heldInGroups, withoutGroups } from "@/tests/shots/groups-scene"
import { keepingListShots, keepingThreadShots } from "@/tests/shots/keeping-pages"
import { classMoved, movedByDiscussion } from "@/tests/shots/moved-stagings"
import { namesShots } from "@/tests/shots/names-shots"
import type { PageEntry, Shot } from "@/tests/shots/page-entry"
import { secondAttempt, withRules, withRulesWaiting } from "@/tests/shots/policy-scene"
import { askedOfStudent, disputed, restatementRequired } from "@/tests/shots/restating-stagings"
import type { Scene } from "@/tests/shots/scene"
import {
  brokenWithout,
  missingFor,
  newStudent,
  strayStudent,
  student,
  teacher,
} from "@/tests/shots/shot-makers"
import {
  closed,
  excused,
  justPosted,
  notYetOpen,
  overdue,
  ownPostHidden,
  postsModerated,
  reminded,
  takenBack,
} from "@/tests/shots/stagings"
import { postInUrdu } from "@/tests/shots/urdu-scene"
import { ownPostReturned } from "@/tests/shots/watch-scene"

const step = (name: string) => (scene: Scene) => `/a/${scene.assignmentId}/${name}`
const untouched = (name: string) => (scene: Scene) => `/a/${scene.untouchedAssignmentId}/${name}`
const thread = (scene: Scene) => step(`discuss/${scene.promptId}`)(scene)
const map = (scene: Scene) => `${thread(scene)}/map`
const poster = (scene: Scene) => scene.poster
const reader = (scene: Scene) => scene.reader
const sitter = (scene: Scene) => scene.sitter

/** Chooses the first answer while there is no connection. */
const answerOffline: Shot["act"] = async (page) => {
  await page.waitForLoadState("networkidle")
  await page.context().setOffline(true)
  await page.locator('main input[type="radio"]').last().check({ force: true })
  await page.waitForTimeout(1500)
}

const edit: Shot["act"] = async (page) => {
  await page.waitForLoadState("networkidle")
  await page.getByRole("button", { name: /^Edit until/ }).click()
  await page.getByRole("textbox", { name: "Change your words" }).waitFor()
}

const challenge: Shot["act"] = async (page) => {
  await page.waitForLoadState("networkidle")
  await page
    .getByRole("link", { name: /^Answer / })
    .first()
    .click()
  await page.getByRole("radio", { name: "Challenge" }).check()
  await page.getByRole("textbox", { name: /^In your words/ }).focus()
}

const report: Shot["act"] = async (page) => {
  await page.waitForLoadState("networkidle")
  await page
    .getByRole("button", { name: /^Report / })
    .first()
    .click()
  await page.getByRole("dialog").waitFor()
}

/** A student's way: home, then every step of an assignment. */
export const studentPages: readonly PageEntry[] = [
  {
    page: "home/page.tsx",
    shots: [
      { state: "full", as: reader, path: () => "/home" },
      { state: "full", as: student, path: () => "/home" },
      { state: "full", called: "reminded", as: student, path: () => "/home", staged: reminded },
      {
        state: "full",
        called: "granted: answer left",
        as: sitter,
        path: () => "/home",
        act: withWaitingAnswer,
      },
      ...afterQuizShots.home,
      ...namesShots.home,
      ...fixShots.home,
      { state: "empty", as: strayStudent, path: () => "/home" },
      brokenWithout("Assignment", { as: student, path: () => "/home" }),
    ],
  },
  {
    page: "a/[assignmentId]/page.tsx",
    neverEmpty: "It leads on, or says how things stand.",
    shots: [
      { state: "full", as: student, path: (scene) => `/a/${scene.assignmentId}` },
      ...Object.entries({ "not yet open": notYetOpen, closed, excused }).map(([called, staged]) => ({
        state: "full" as const,
        called,
        as: called === "closed" ? poster : student,
        path: (scene: Scene) => `/a/${scene.assignmentId}`,
        staged,
      })),
      missingFor(strayStudent, (scene) => `/a/${scene.assignmentId}`),
    ],
  },
  {
    page: "a/[assignmentId]/stance/page.tsx",
    shots: [
      { state: "full", as: student, path: step("stance") },
      { state: "empty", as: newStudent, path: untouched("stance") },
      { state: "full", called: "closed", as: student, path: step("stance"), staged: closed },
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
      { state: "full", called: "closed", as: reader, path: step("read"), staged: closed },
      brokenWithout("SentenceNote", { as: reader, path: step("read") }),
    ],
  },
  {
    page: "a/[assignmentId]/quiz/page.tsx",
    shots: [
      { state: "full", as: sitter, path: step("quiz") },
      { state: "empty", as: reader, path: step("quiz") },
      { state: "full", called: "closed", as: reader, path: step("quiz"), staged: closed },
      { state: "full", called: "overdue", as: reader, path: step("quiz"), staged: overdue },
      { state: "full", called: "policy: before", as: reader, path: step("quiz"), staged: withRules },
      {
        state: "full",
        called: "policy: waiting",
        as: reader,
        path: step("quiz"),
        staged: withRulesWaiting,
        act: async (page) => {
          await page.waitForLoadState("networkidle")
          await page.getByRole("button", { name: "I am ready" }).click()
          await page.getByText("Waiting for your teacher").waitFor()
        },
      },
      {
        state: "full",
        called: "policy: one way",
        as: sitter,
        path: step("quiz"),
        staged: withRules,
        act: async (page) => {
          await page.waitForLoadState("networkidle")
          await page.locator('main input[type="radio"]').first().check({ force: true })
          await page.getByText("How sure are you?").waitFor()
        },
      },
      { state: "full", called: "granted: before", as: reader, path: step("quiz"), staged: readerGranted },
      { state: "full", called: "granted: sitting", as: sitter, path: step("quiz"), staged: sitterGranted },
      { state: "error", as: sitter, path: step("quiz"), act: answerOffline },
      { state: "error", called: "granted: sign out", as: sitter, path: step("quiz"), act: signOutOffline },
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
      {
        state: "full",
        called: "policy: two attempts",
        as: student,
        path: step("results"),
        staged: secondAttempt,
      },
      ...afterQuizShots.results,
      ...fixShots.results,
      missingFor(strayStudent, step("results")),
    ],
  },
  {
    page: "a/[assignmentId]/discuss/page.tsx",
    shots: [
      { state: "full", as: student, path: step("discuss") },
      { state: "empty", as: reader, path: step("discuss") },
      { state: "full", called: "closed", as: student, path: step("discuss"), staged: closed },
      {
        state: "full",
        called: "own answers missed",
        as: student,
        path: step("discuss"),
        staged: ownPostPassed,
      },
      { state: "full", called: "in groups", as: student, path: step("discuss"), staged: heldInGroups },
      { state: "empty", called: "in no group", as: student, path: step("discuss"), staged: withoutGroups },
      {
        state: "full",
        called: "in groups, for staff",
        as: teacher,
        path: step("discuss"),
        staged: heldInGroups,
      },
      { state: "full", called: "found", as: student, path: step("discuss?find=neutral") },
      { state: "empty", called: "nothing found", as: student, path: step("discuss?find=hedgehog") },
      ...keepingListShots,
      brokenWithout("Thread", { as: student, path: step("discuss") }),
    ],
  },
  {
    page: "a/[assignmentId]/discuss/[promptId]/map/page.tsx",
    shots: [
      { state: "full", as: student, path: map },
      { state: "full", called: "picture", as: student, path: (scene) => `${map(scene)}?view=picture` },
      { state: "full", called: "closed", as: student, path: map, staged: closed },
      { state: "full", called: "staff", as: teacher, path: map, staged: postsModerated },
      {
        state: "empty",
        as: student,
        path: (scene) => `/a/${scene.assignmentId}/discuss/${scene.unansweredPromptId}/map`,
      },
      missingFor(student, (scene) => `/a/${scene.assignmentId}/discuss/${scene.nowhere}/map`),
    ],
  },
  {
    page: "a/[assignmentId]/discuss/[promptId]/page.tsx",
    shots: [
      { state: "full", as: student, path: thread },
      {
        state: "empty",
        as: student,
        path: (scene) => `/a/${scene.assignmentId}/discuss/${scene.unansweredPromptId}`,
      },
      { state: "full", called: "closed", as: student, path: thread, staged: closed },
      {
        state: "full",
        called: "own post, edit form",
        as: student,
        path: thread,
        staged: justPosted,
        act: edit,
      },
      { state: "full", called: "taken back", as: student, path: thread, staged: takenBack },
      { state: "full", called: "own post hidden", as: student, path: thread, staged: ownPostHidden },
      { state: "full", called: "own post given back", as: student, path: thread, staged: ownPostReturned },
      {
        state: "full",
        called: "hidden and taken back, for staff",
        as: teacher,
        path: thread,
        staged: postsModerated,
      },
      { state: "full", called: "citing a post and a source", as: student, path: thread, staged: citing },
      { state: "full", called: "preview", as: student, path: thread, act: preview },
      { state: "full", called: "choosing a post", as: student, path: thread, act: pickPost },
      { state: "full", called: "naming a source", as: student, path: thread, act: pickSource },
      {
        state: "full",
        called: "unanswered",
        as: student,
        path: (scene) => `${thread(scene)}?order=unanswered`,
      },
      {
        state: "full",
        called: "by sentence",
        as: student,
        path: (scene) => `${thread(scene)}?order=sentence`,
      },
      {
        state: "empty",
        called: "own answer by a date",
        as: student,
        path: (scene) => `/a/${scene.assignmentId}/discuss/${scene.unansweredPromptId}`,
        staged: ownPostSoon,
      },
      {
        state: "full",
        called: "own answer missed",
        as: student,
        path: (scene) => `/a/${scene.assignmentId}/discuss/${scene.unansweredPromptId}`,
        staged: ownPostPassed,
      },
      { state: "full", called: "of a group", as: student, path: thread, staged: heldInGroups },
      { state: "full", called: "of a group, for staff", as: teacher, path: thread, staged: heldInGroups },
      { state: "empty", called: "in no group", as: student, path: thread, staged: withoutGroups },
      { state: "full", called: "post in Urdu", as: student, path: thread, staged: postInUrdu },
      { state: "full", called: "reporting", as: student, path: thread, act: report },
      { state: "full", called: "asked of you", as: student, path: thread, staged: askedOfStudent },
      {
        state: "full",
        called: "restating first",
        as: student,
        path: thread,
        staged: restatementRequired,
        act: challenge,
      },
      { state: "full", called: "to be settled", as: teacher, path: thread, staged: disputed },
      ...keepingThreadShots,
      ...namesShots.thread,
      missingFor(student, (scene) => `/a/${scene.assignmentId}/discuss/${scene.nowhere}`),
    ],
  },
  {
    page: "a/[assignmentId]/reflect/page.tsx",
    shots: [
      { state: "full", as: student, path: step("reflect") },
      { state: "empty", as: poster, path: step("reflect") },
      { state: "full", called: "closed", as: student, path: step("reflect"), staged: classMoved },
      {
        state: "full",
        called: "what moved me",
        as: student,
        path: step("reflect?moved=1"),
        staged: movedByDiscussion,
        act: async (page) => {
          await page.waitForLoadState("networkidle")
          await page.getByRole("radio", { name: "A post" }).check()
        },
      },
      brokenWithout("StanceSubject", { as: student, path: step("reflect") }),
    ],
  },
]
