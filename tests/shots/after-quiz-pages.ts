import {
  appealed,
  handedInLongAgo,
  practiceBegun,
  practiceDone,
  REHEARSAL,
  recallBegun,
} from "@/tests/shots/after-quiz-stagings"
import type { PageEntry, Shot } from "@/tests/shots/page-entry"
import type { Scene } from "@/tests/shots/scene"
import { missingFor, newTeacher, strayStudent, student, teacher } from "@/tests/shots/shot-makers"

const practice = ({ assignmentId }: Scene) => `/a/${assignmentId}/practice/${REHEARSAL}`
const appeals = ({ assignmentId }: Scene) => `/teach/assignments/${assignmentId}/appeals`
const results = ({ assignmentId }: Scene) => `/a/${assignmentId}/results`

/** Answers the open question with whatever comes first. */
const check: Shot["act"] = async (page) => {
  await page.waitForLoadState("networkidle")
  await page.locator("main [data-option]").first().check({ force: true })
  await page.getByRole("button", { name: "Check my answer" }).click()
  await page.getByText("Stored and checked").waitFor()
}

const say: Shot["act"] = async (page) => {
  await page.waitForLoadState("networkidle")
  await page
    .getByRole("button", { name: /^I think this is wrong/ })
    .first()
    .click()
  await page.getByRole("textbox", { name: /What is wrong/ }).waitFor()
}

/** More pictures of pages that have their line elsewhere. */
export const afterQuizShots = {
  home: [
    { state: "full", called: "recall offered", as: student, path: () => "/home", staged: handedInLongAgo },
  ],
  results: [
    { state: "full", called: "appealed", as: student, path: results, staged: appealed },
    { state: "full", called: "appeal form", as: student, path: results, act: say },
  ],
} satisfies Record<string, Shot[]>

/** What comes after the results. */
export const afterQuizPages: readonly PageEntry[] = [
  {
    page: "a/[assignmentId]/practice/[rehearsalId]/page.tsx",
    neverEmpty: "Without questions there is no practice.",
    shots: [
      { state: "full", as: student, path: practice, staged: practiceBegun },
      { state: "full", called: "checked", as: student, path: practice, staged: recallBegun, act: check },
      { state: "full", called: "done", as: student, path: practice, staged: practiceDone },
      missingFor(strayStudent, practice),
    ],
  },
  {
    page: "teach/assignments/[assignmentId]/appeals/page.tsx",
    shots: [
      { state: "full", as: teacher, path: appeals, staged: appealed },
      {
        state: "full",
        called: "only looking",
        as: (scene) => scene.assistant,
        path: appeals,
        staged: appealed,
      },
      { state: "empty", as: teacher, path: appeals },
      missingFor(newTeacher, appeals),
    ],
  },
]
