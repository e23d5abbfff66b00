import type { Page } from "@playwright/test"
import { ownPostPassed } from "@/tests/shots/argument-scene"
import { bankFilled, gradeReplied, gradesDiffer } from "@/tests/shots/grading-stagings"
import { clashing } from "@/tests/shots/granted-scene"
import { heldInGroups } from "@/tests/shots/groups-scene"
import { classMoved } from "@/tests/shots/moved-stagings"
import { namesShots } from "@/tests/shots/names-shots"
import type { PageEntry, Shot } from "@/tests/shots/page-entry"
import { secondAttempt, withRulesWaiting } from "@/tests/shots/policy-scene"
import type { Scene } from "@/tests/shots/scene"
import { forbiddenTo, missingFor, newTeacher, teacher } from "@/tests/shots/shot-makers"
import { postsModerated, remindersForgotten, reopenedAgainShut } from "@/tests/shots/stagings"
import { postsToReview } from "@/tests/shots/watch-scene"

const ofWork = (rest: string) => (scene: Scene) => `/teach/assignments/${scene.assignmentId}${rest}`
const ofNoWork = (rest: string) => (scene: Scene) =>
  `/teach/assignments/${scene.untouchedAssignmentId}${rest}`
/** What is said before the discussion leaves its groups, and before it goes into groups that there are not. */
const turnGroupsOff = (page: Page) => page.getByLabel("Each group of the class has its own thread").uncheck()
const turnGroupsOn = (page: Page) => page.getByLabel("Each group of the class has its own thread").check()

/** One student's part in the discussion. */
const ofPart = (rest: string) => (scene: Scene) => ofWork(`/discussion/${scene.enrolmentId}${rest}`)(scene)
const ofGrading = (rest: string) => (scene: Scene) =>
  `/teach/assignments/${scene.gradingAssignmentId}/grade${rest}`
/** Somebody's quiz that was handed in, and whose results have not been shown. */
const ofGraded = (scene: Scene) =>
  `/teach/assignments/${scene.gradingAssignmentId}/students/${scene.gradedEnrolmentId}`

const dialog = (page: Page) => page.getByRole("alertdialog")

async function askToRemind(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle")
  await page
    .getByRole("button", { name: /^Remind/ })
    .first()
    .click()
  await dialog(page).waitFor()
}

async function remind(page: Page): Promise<void> {
  await askToRemind(page)
  await dialog(page)
    .getByRole("button", { name: /^Remind/ })
    .click()
  await page.getByText(/^Reminded /).waitFor()
}

async function askToReopen(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle")
  await page.getByRole("button", { name: "Reopen the quiz" }).click()
  await dialog(page).waitFor()
}

async function openFiles(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle")
  await page.getByRole("button", { name: "Take it with you" }).click()
  await page.getByRole("dialog").waitFor()
}

async function reopen(page: Page): Promise<void> {
  await askToReopen(page)
  await dialog(page).getByRole("button", { name: "Reopen the quiz" }).click()
  await page.getByText("In the quiz now.").waitFor()
}

async function reopenForNothing(page: Page): Promise<void> {
  await askToReopen(page)
  await dialog(page).getByLabel("Minutes").fill("0")
  await dialog(page).getByRole("button", { name: "Reopen the quiz" }).click()
  await dialog(page).getByRole("alert").waitFor()
}

/** A level for each criterion and a comment, left unsaved: the demonstration keeps nothing of it. */
async function gradePart(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle")
  for (const group of await page.locator("fieldset:has(input[type=radio])").all())
    await group.getByRole("radio").nth(2).check()
  await page.getByLabel("Comment").fill("You take up what Ada said. Which sentence would she point to?")
}

async function openGraded(page: Page): Promise<void> {
  await page
    .getByRole("link", { name: /^Answer \d+, graded/ })
    .first()
    .click()
  await page.getByRole("region", { name: "What the student replied" }).waitFor()
}

async function openBank(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle")
  await page.getByRole("button", { name: "My comments" }).click()
  await page.getByLabel("Find a comment of yours").waitFor()
}

async function askToHide(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle")
  await page.getByRole("button", { name: "Hide", exact: true }).first().click()
  await page.getByRole("dialog").waitFor()
}

const stanceShots: readonly Shot[] = [
  { state: "full", called: "closed", as: teacher, path: ofWork("/stance"), staged: classMoved },
]

const discussionShots: readonly Shot[] = [
  {
    state: "full",
    called: "own answers missed",
    as: teacher,
    path: ofWork("/discussion"),
    staged: ownPostPassed,
  },
  ...namesShots.discussion,
  { state: "full", called: "replies across sides", as: teacher, path: ofWork("/discussion?only=across") },
  {
    state: "full",
    called: "seen by an assistant",
    as: (scene) => scene.assistant,
    path: ofWork("/discussion"),
  },
  {
    state: "full",
    called: "reported posts",
    as: teacher,
    path: ofWork("/discussion"),
    staged: postsModerated,
  },
  {
    state: "full",
    called: "posts to look at",
    as: teacher,
    path: ofWork("/discussion"),
    staged: postsToReview,
  },
  {
    state: "full",
    called: "hiding a reported post",
    as: teacher,
    path: ofWork("/discussion"),
    staged: postsModerated,
    act: askToHide,
  },
]

/** What a class has done, and what its teacher does with it. */
export const resultPages: readonly PageEntry[] = [
  {
    page: "teach/assignments/[assignmentId]/page.tsx",
    shots: [
      { state: "full", as: teacher, path: ofWork(""), print: true },
      ...namesShots.grid,
      { state: "full", called: "nobody fits", as: teacher, path: ofWork("?find=nobody") },
      { state: "full", called: "reminder dialog", as: teacher, path: ofWork(""), act: askToRemind },
      {
        state: "full",
        called: "reminded",
        as: teacher,
        path: ofWork(""),
        staged: remindersForgotten,
        act: remind,
      },
      { state: "full", called: "files menu", as: teacher, path: ofWork(""), act: openFiles },
      { state: "full", called: "posts reported", as: teacher, path: ofWork(""), staged: postsModerated },
      { state: "full", called: "policy: waiting", as: teacher, path: ofWork(""), staged: withRulesWaiting },
      { state: "empty", as: teacher, path: ofNoWork("") },
      missingFor(newTeacher, ofWork("")),
    ],
  },
  {
    page: "teach/assignments/[assignmentId]/students/[enrolmentId]/page.tsx",
    shots: [
      { state: "full", as: teacher, path: (scene) => ofWork(`/students/${scene.enrolmentId}`)(scene) },
      {
        state: "full",
        called: "files menu, a student's",
        as: teacher,
        path: (scene) => ofWork(`/students/${scene.enrolmentId}`)(scene),
        act: openFiles,
      },
      { state: "full", called: "reopening dialog", as: teacher, path: ofGraded, act: askToReopen },
      { state: "error", called: "reopening refused", as: teacher, path: ofGraded, act: reopenForNothing },
      {
        state: "full",
        called: "quiz reopened",
        as: teacher,
        path: ofGraded,
        staged: reopenedAgainShut,
        act: reopen,
      },
      {
        state: "full",
        called: "policy: two attempts",
        as: teacher,
        path: (scene) => ofWork(`/students/${scene.enrolmentId}`)(scene),
        staged: secondAttempt,
      },
      { state: "empty", as: teacher, path: (scene) => ofNoWork(`/students/${scene.enrolmentId}`)(scene) },
      missingFor(teacher, (scene) => ofWork(`/students/${scene.nowhere}`)(scene)),
    ],
  },
  ...["items", "misread", "discussion", "stance"].map((part) => ({
    page: `teach/assignments/[assignmentId]/${part}/page.tsx`,
    shots: [
      { state: "full" as const, as: teacher, path: ofWork(`/${part}`), print: part === "items" },
      ...(part === "discussion" ? discussionShots : []),
      ...(part === "stance" ? stanceShots : []),
      { state: "empty" as const, as: teacher, path: ofNoWork(`/${part}`) },
      missingFor(newTeacher, ofWork(`/${part}`)),
    ],
  })),
  {
    page: "teach/assignments/[assignmentId]/discussion/[enrolmentId]/page.tsx",
    shots: [
      { state: "full", as: teacher, path: ofPart(""), print: true },
      { state: "full", called: "names, one view", as: teacher, path: ofPart("?names=shown&only=replies") },
      { state: "full", called: "graded", as: teacher, path: ofPart("?names=shown"), act: gradePart },
      {
        state: "empty",
        as: teacher,
        path: (scene) => ofNoWork(`/discussion/${scene.enrolmentId}`)(scene),
      },
      missingFor((scene) => scene.assistant, ofPart("")),
    ],
  },
  {
    page: "teach/assignments/[assignmentId]/discussion/rubric/page.tsx",
    neverEmpty: "Every discussion begins with a rubric.",
    shots: [
      { state: "full", as: teacher, path: ofWork("/discussion/rubric") },
      forbiddenTo((scene) => scene.assistant, ofWork("/discussion/rubric")),
    ],
  },
  {
    page: "teach/assignments/[assignmentId]/grade/page.tsx",
    shots: [
      {
        state: "full",
        as: teacher,
        path: ofGrading(""),
      },
      { state: "full", called: "by student", as: teacher, path: ofGrading("?by=student") },
      {
        state: "full",
        called: "two graders differ",
        as: teacher,
        path: ofGrading("?only=differing"),
        staged: gradesDiffer,
      },
      {
        state: "full",
        called: "student replied",
        as: teacher,
        path: ofGrading(""),
        staged: gradeReplied,
        act: openGraded,
      },
      {
        state: "full",
        called: "comment bank",
        as: teacher,
        path: ofGrading(""),
        staged: bankFilled,
        act: openBank,
      },
      { state: "empty", as: teacher, path: ofWork("/grade") },
      forbiddenTo((scene) => scene.assistant, ofWork("/grade")),
    ],
  },
  {
    page: "teach/assignments/[assignmentId]/settings/page.tsx",
    neverEmpty: "An assignment always has its dates.",
    shots: [
      { state: "full", as: teacher, path: ofWork("/settings") },
      {
        state: "full",
        called: "in groups",
        as: teacher,
        path: ofWork("/settings"),
        staged: heldInGroups,
        act: turnGroupsOff,
      },
      {
        state: "full",
        called: "groups without groups",
        as: teacher,
        path: ofWork("/settings"),
        act: turnGroupsOn,
      },
      { state: "full", called: "granted: clashes", as: teacher, path: ofWork("/settings"), staged: clashing },
      missingFor(newTeacher, ofWork("/settings")),
    ],
  },
]
