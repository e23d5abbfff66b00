import type { Page } from "@playwright/test"
import { gradebookSet } from "@/tests/shots/gradebook-scene"
import { grouped, heldInGroups } from "@/tests/shots/groups-scene"
import type { PageEntry, Staging } from "@/tests/shots/page-entry"
import type { Scene } from "@/tests/shots/scene"
import {
  administrator,
  brokenWithout,
  forbiddenTo,
  missingFor,
  newTeacher,
  ONE_FORM,
  student,
  teacher,
} from "@/tests/shots/shot-makers"
import { wordsWatched } from "@/tests/shots/watch-scene"

const inClass = (rest: string) => (scene: Scene) => `/teach/classes/${scene.classId}${rest}`
const inEmptyClass = (rest: string) => (scene: Scene) => `/teach/classes/${scene.emptyClassId}${rest}`

/** A class list of every kind of row, chosen and looked at. */
async function lookAtFile(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle")
  await page.getByRole("tab").nth(1).click()
  const rows = ["Name,Email,User name", '"Khan, Amina",amina@x.example,', "علی رضا,,ali.r", "Bilal,bilal@,"]
  const buffer = Buffer.from(rows.join("\n"))
  await page.locator('input[type="file"]').setInputFiles({ name: "list.csv", mimeType: "text/csv", buffer })
  await page.getByRole("tabpanel").locator('[type="submit"]').click()
  await page.locator("main table").waitFor()
}

/** An account that is closed: only such a one can be erased. */
const accountClosed: Staging = async (db, scene) => {
  const set = (at: string) =>
    db.query(`UPDATE "User" SET "disabledAt" = ${at} WHERE "userName" = $1`, [scene.newTeacher])
  await set("now()")
  return async () => {
    await set("NULL")
  }
}

async function askToErase(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle")
  await page
    .getByRole("button", { name: /^Erase .* for good$/ })
    .first()
    .click()
  await page.getByRole("alertdialog").waitFor()
}

/** The first cell in which there is a score, in full, with the form that sets it. */
async function openCell(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle")
  await page.locator(".gradebook tbody tr:first-child td:not(.t):visible").first().click()
  await page.getByRole("dialog").locator("summary").click()
}

/** What there is of the gradebook to take away. */
async function openFiles(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle")
  await page.getByRole("button", { name: "Take it with you" }).click()
  await page.getByRole("dialog").waitFor()
}

/** The window in which somebody who has posted is moved. */
async function openMove(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle")
  const herons = page.getByRole("region", { name: "Herons" })
  await herons.getByRole("button", { name: /^Move/ }).first().click()
  await page.getByRole("dialog").waitFor()
}

async function openRemake(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle")
  await page.getByRole("button", { name: "Make new groups" }).click()
  await page.getByRole("dialog").waitFor()
}

/** The window in which a student is granted something. */
async function openGrant(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle")
  await page
    .getByRole("button", { name: /^Change what/ })
    .first()
    .click()
  await page.getByRole("dialog").waitFor()
}

/** What a teacher and an administrator have of people. */
export const classPages: readonly PageEntry[] = [
  {
    page: "teach/page.tsx",
    shots: [
      { state: "full", as: teacher, path: () => "/teach" },
      { state: "empty", as: newTeacher, path: () => "/teach" },
      forbiddenTo(student, () => "/teach"),
      brokenWithout("Assignment", { as: teacher, path: () => "/teach" }),
    ],
  },
  {
    page: "teach/classes/page.tsx",
    shots: [
      { state: "full", as: teacher, path: () => "/teach/classes" },
      { state: "empty", as: newTeacher, path: () => "/teach/classes" },
      forbiddenTo(student, () => "/teach/classes"),
    ],
  },
  {
    page: "teach/classes/[classId]/page.tsx",
    shots: [
      { state: "full", as: teacher, path: inClass("") },
      { state: "empty", as: teacher, path: inEmptyClass("") },
      missingFor(newTeacher, inClass("")),
    ],
  },
  {
    page: "teach/classes/[classId]/add/page.tsx",
    neverEmpty: ONE_FORM,
    shots: [
      { state: "full", as: teacher, path: inClass("/add") },
      { state: "full", as: teacher, path: inClass("/add"), act: lookAtFile },
      missingFor(newTeacher, inClass("/add")),
    ],
  },
  {
    page: "teach/classes/[classId]/accommodations/page.tsx",
    shots: [
      { state: "full", as: teacher, path: inClass("/accommodations") },
      { state: "full", called: "granting", as: teacher, path: inClass("/accommodations"), act: openGrant },
      { state: "empty", as: teacher, path: inEmptyClass("/accommodations") },
      missingFor(newTeacher, inClass("/accommodations")),
    ],
  },
  {
    page: "teach/classes/[classId]/watch-list/page.tsx",
    shots: [
      { state: "full", as: teacher, path: inClass("/watch-list"), staged: wordsWatched },
      { state: "empty", as: teacher, path: inClass("/watch-list") },
      missingFor(newTeacher, inClass("/watch-list")),
    ],
  },
  {
    page: "teach/classes/[classId]/groups/page.tsx",
    shots: [
      { state: "full", as: teacher, path: inClass("/groups"), staged: heldInGroups },
      { state: "full", called: "none yet", as: teacher, path: inClass("/groups") },
      {
        state: "full",
        called: "moving",
        as: teacher,
        path: inClass("/groups"),
        staged: heldInGroups,
        act: openMove,
      },
      {
        state: "full",
        called: "making anew",
        as: teacher,
        path: inClass("/groups"),
        staged: grouped,
        act: openRemake,
      },
      {
        state: "full",
        called: "for an assistant",
        as: (scene) => scene.assistant,
        path: inClass("/groups"),
        staged: grouped,
      },
      { state: "empty", as: teacher, path: inEmptyClass("/groups") },
      missingFor(newTeacher, inClass("/groups")),
    ],
  },
  {
    page: "teach/classes/[classId]/slips/page.tsx",
    shots: [
      { state: "full", as: teacher, path: inClass("/slips"), print: true },
      { state: "empty", as: teacher, path: inEmptyClass("/slips") },
      missingFor(newTeacher, inClass("/slips")),
    ],
  },
  {
    page: "teach/classes/[classId]/gradebook/page.tsx",
    shots: [
      { state: "full", as: teacher, path: inClass("/gradebook"), print: true },
      {
        state: "full",
        called: "one assignment chosen",
        as: teacher,
        path: (scene) => inClass(`/gradebook?work=${scene.assignmentId}`)(scene),
      },
      {
        state: "full",
        called: "a cell",
        as: teacher,
        path: (scene) => inClass(`/gradebook?work=${scene.assignmentId}`)(scene),
        act: openCell,
      },
      {
        state: "full",
        called: "files of the gradebook",
        as: teacher,
        path: inClass("/gradebook"),
        act: openFiles,
      },
      {
        state: "full",
        called: "categories, words and set scores",
        as: teacher,
        path: inClass("/gradebook"),
        staged: gradebookSet,
      },
      {
        state: "full",
        called: "two hundred by sixty",
        as: (scene) => scene.bigTeacher,
        path: (scene) => `/teach/classes/${scene.bigClassId}/gradebook`,
      },
      { state: "empty", as: teacher, path: inEmptyClass("/gradebook") },
      missingFor(newTeacher, inClass("/gradebook")),
    ],
  },
  {
    page: "teach/classes/[classId]/gradebook/settings/page.tsx",
    shots: [
      { state: "full", as: teacher, path: inClass("/gradebook/settings"), staged: gradebookSet },
      { state: "empty", as: teacher, path: inEmptyClass("/gradebook/settings") },
      forbiddenTo((scene) => scene.assistant, inClass("/gradebook/settings")),
    ],
  },
  {
    page: "teach/classes/[classId]/students/[enrolmentId]/page.tsx",
    shots: [
      {
        state: "full",
        as: teacher,
        path: (scene) => inClass(`/students/${scene.enrolmentId}`)(scene),
        staged: gradebookSet,
        print: true,
      },
      {
        state: "empty",
        as: (scene) => scene.bigTeacher,
        path: (scene) => `/teach/classes/${scene.bigClassId}/students/${scene.bigEnrolmentId}`,
      },
      missingFor(teacher, (scene) => inClass(`/students/${scene.nowhere}`)(scene)),
    ],
  },
  {
    page: "admin/people/page.tsx",
    shots: [
      { state: "full", as: administrator, path: () => "/admin/people" },
      {
        state: "full",
        called: "erasing somebody",
        as: administrator,
        path: () => "/admin/people",
        staged: accountClosed,
        act: askToErase,
      },
      { state: "empty", as: administrator, path: () => "/admin/people?q=nobody-is-called-this" },
      forbiddenTo(teacher, () => "/admin/people"),
    ],
  },
  {
    page: "admin/school/page.tsx",
    neverEmpty: "There is always the one school.",
    shots: [
      { state: "full", as: administrator, path: () => "/admin/school" },
      {
        state: "full",
        called: "watched words",
        as: administrator,
        path: () => "/admin/school",
        staged: wordsWatched,
      },
      forbiddenTo(teacher, () => "/admin/school"),
    ],
  },
]
