import {
  frozen,
  kept,
  locked,
  ownHiddenByRule,
  paused,
  unasked,
  worried,
} from "@/tests/shots/keeping-stagings"
import type { PageEntry, Shot } from "@/tests/shots/page-entry"
import type { Scene } from "@/tests/shots/scene"
import {
  administrator,
  forbiddenTo,
  missingFor,
  newTeacher,
  student,
  teacher,
} from "@/tests/shots/shot-makers"

const inClass = (rest: string) => (scene: Scene) => `/teach/classes/${scene.classId}${rest}`
const list = (scene: Scene) => `/a/${scene.assignmentId}/discuss`
const thread = (scene: Scene) => `${list(scene)}/${scene.promptId}`
const assistant = (scene: Scene) => scene.assistant

const openDialog =
  (name: string | RegExp): Shot["act"] =>
  async (page) => {
    await page.waitForLoadState("networkidle")
    await page.getByRole("button", { name }).first().click()
    await page.getByRole("dialog").waitFor()
  }

const reportWorry: Shot["act"] = async (page) => {
  await page.waitForLoadState("networkidle")
  await page
    .getByRole("button", { name: /^Report / })
    .first()
    .click()
  await page.getByRole("radio", { name: "I am worried about somebody" }).check({ force: true })
}

const openWorry: Shot["act"] = async (page) => {
  await page.waitForLoadState("networkidle")
  await page.getByRole("link", { name: "Read the post" }).first().click()
  await page.getByRole("heading", { name: /^Open what is private/ }).waitFor()
}

const readPrivate: Shot["act"] = async (page, scene) => {
  await openWorry(page, scene)
  await page.getByRole("textbox", { name: "Why do you need to read it?" }).fill("To see how bad it is.")
  await page.getByRole("button", { name: "Open and write it down" }).click()
  await page.getByText("It is shown on this page only until you leave it.").waitFor()
}

/** Of a thread, where something was done to keep it decent. */
export const keepingThreadShots: readonly Shot[] = [
  { state: "full", called: "norms first", as: student, path: thread, staged: unasked },
  { state: "full", called: "pause", as: student, path: thread, staged: paused },
  { state: "full", called: "frozen", as: student, path: thread, staged: frozen },
  { state: "full", called: "frozen, for staff", as: teacher, path: thread, staged: frozen },
  { state: "full", called: "locked", as: student, path: thread, staged: locked },
  { state: "full", called: "worry", as: student, path: thread, act: reportWorry },
  {
    state: "full",
    called: "pausing a class",
    as: teacher,
    path: thread,
    act: openDialog("Pause all discussions"),
  },
]

/** Of the list of questions. */
export const keepingListShots: readonly Shot[] = [
  { state: "full", called: "own post hidden by a rule", as: student, path: list, staged: ownHiddenByRule },
  {
    state: "full",
    called: "appealing",
    as: student,
    path: list,
    staged: ownHiddenByRule,
    act: openDialog("Ask for a second look"),
  },
]

/** What keeps a class's discussions decent. */
export const keepingPages: readonly PageEntry[] = [
  {
    page: "teach/classes/[classId]/ledger/page.tsx",
    shots: [
      { state: "full", as: teacher, path: inClass("/ledger"), staged: kept },
      {
        state: "full",
        called: "seen by an assistant",
        as: assistant,
        path: inClass("/ledger"),
        staged: kept,
      },
      {
        state: "full",
        called: "answering an appeal",
        as: teacher,
        path: inClass("/ledger"),
        staged: kept,
        act: openDialog("Answer the appeal"),
      },
      { state: "empty", as: teacher, path: inClass("/ledger") },
      missingFor(newTeacher, inClass("/ledger")),
    ],
  },
  {
    page: "teach/classes/[classId]/discussions/page.tsx",
    neverEmpty: "A class begins with norms.",
    shots: [
      { state: "full", as: teacher, path: inClass("/discussions") },
      {
        state: "full",
        called: "seen by an assistant",
        as: assistant,
        path: inClass("/discussions"),
        staged: frozen,
      },
      missingFor(newTeacher, inClass("/discussions")),
    ],
  },
  {
    page: "teach/assignments/[assignmentId]/worries/[postId]/page.tsx",
    neverEmpty: "Without a worry there is no such page.",
    shots: [
      { state: "full", called: "the banner", as: teacher, path: () => "/teach", staged: worried },
      { state: "full", as: teacher, path: () => "/teach", staged: worried, act: openWorry },
      {
        state: "full",
        called: "opened",
        as: teacher,
        path: () => "/teach",
        staged: worried,
        act: readPrivate,
      },
      missingFor(teacher, (scene) => `/teach/assignments/${scene.assignmentId}/worries/${scene.nowhere}`),
    ],
  },
  {
    page: "admin/opened/page.tsx",
    shots: [
      { state: "full", as: administrator, path: () => "/admin/opened", staged: kept },
      { state: "empty", as: administrator, path: () => "/admin/opened" },
      forbiddenTo(teacher, () => "/admin/opened"),
    ],
  },
]
