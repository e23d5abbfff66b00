import type { Page } from "@playwright/test"
import type { PageEntry } from "@/tests/shots/page-entry"
import type { Scene } from "@/tests/shots/scene"
import {
  administrator,
  brokenWithout,
  forbiddenTo,
  missingFor,
  newTeacher,
  student,
  teacher,
} from "@/tests/shots/shot-makers"

const inClass = (rest: string) => (scene: Scene) => `/teach/classes/${scene.classId}${rest}`
const inEmptyClass = (rest: string) => (scene: Scene) => `/teach/classes/${scene.emptyClassId}${rest}`
const inLesson = (rest: string) => (scene: Scene) => `/teach/lessons/${scene.lessonId}${rest}`
const inEmptyLesson = (rest: string) => (scene: Scene) => `/teach/lessons/${scene.emptyLessonId}${rest}`
const ofWork = (rest: string) => (scene: Scene) => `/teach/assignments/${scene.assignmentId}${rest}`
const ofNoWork = (rest: string) => (scene: Scene) =>
  `/teach/assignments/${scene.untouchedAssignmentId}${rest}`
const nowhere =
  (place: string, rest = "") =>
  (scene: Scene) =>
    `/teach/${place}/${scene.nowhere}${rest}`
const ONE_FORM = "It is one form."

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

const classPages: readonly PageEntry[] = [
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
    page: "teach/classes/[classId]/slips/page.tsx",
    shots: [
      { state: "full", as: teacher, path: inClass("/slips"), print: true },
      { state: "empty", as: teacher, path: inEmptyClass("/slips") },
      missingFor(newTeacher, inClass("/slips")),
    ],
  },
]

const libraryPages: readonly PageEntry[] = [
  {
    page: "teach/library/page.tsx",
    shots: [
      { state: "full", as: teacher, path: () => "/teach/library" },
      { state: "empty", as: newTeacher, path: () => "/teach/library" },
      brokenWithout("Lesson", { as: teacher, path: () => "/teach/library" }),
    ],
  },
  {
    page: "teach/readings/new/page.tsx",
    neverEmpty: ONE_FORM,
    shots: [
      { state: "full", as: teacher, path: () => "/teach/readings/new" },
      forbiddenTo(student, () => "/teach/readings/new"),
    ],
  },
  {
    page: "teach/readings/[readingId]/page.tsx",
    neverEmpty: "A reading has at least one sentence.",
    shots: [
      { state: "full", as: teacher, path: (scene) => `/teach/readings/${scene.readingId}`, print: true },
      missingFor(teacher, nowhere("readings")),
    ],
  },
  {
    page: "teach/readings/[readingId]/edit/page.tsx",
    neverEmpty: "A reading has at least one sentence.",
    shots: [
      { state: "full", as: teacher, path: (scene) => `/teach/readings/${scene.readingId}/edit` },
      missingFor(teacher, nowhere("readings", "/edit")),
    ],
  },
  {
    page: "teach/lessons/new/page.tsx",
    neverEmpty: ONE_FORM,
    shots: [
      { state: "full", as: teacher, path: (scene) => `/teach/lessons/new?reading=${scene.readingId}` },
      missingFor(teacher, (scene) => `/teach/lessons/new?reading=${scene.nowhere}`),
    ],
  },
  {
    page: "teach/lessons/[lessonId]/page.tsx",
    shots: [
      { state: "full", as: teacher, path: inLesson("") },
      { state: "full", as: teacher, path: inLesson("?part=background") },
      { state: "empty", as: teacher, path: inEmptyLesson("") },
      missingFor(teacher, nowhere("lessons")),
    ],
  },
  {
    page: "teach/lessons/[lessonId]/own-copy/page.tsx",
    shots: [
      { state: "full", as: teacher, path: inLesson("/own-copy") },
      { state: "empty", as: newTeacher, path: inLesson("/own-copy") },
      missingFor(teacher, nowhere("lessons", "/own-copy")),
    ],
  },
  {
    page: "teach/lessons/[lessonId]/print/page.tsx",
    shots: [
      { state: "full", as: teacher, path: inLesson("/print"), print: true },
      { state: "empty", as: teacher, path: inEmptyLesson("/print") },
      missingFor(teacher, nowhere("lessons", "/print")),
    ],
  },
  {
    page: "teach/lessons/[lessonId]/assign/page.tsx",
    shots: [
      { state: "full", as: teacher, path: inLesson("/assign") },
      { state: "empty", as: newTeacher, path: inLesson("/assign") },
      missingFor(teacher, nowhere("lessons", "/assign")),
    ],
  },
  {
    page: "teach/lessons/[lessonId]/preview/page.tsx",
    neverEmpty: "It leads to the first step.",
    shots: [
      { state: "full", as: teacher, path: inLesson("/preview") },
      missingFor(teacher, nowhere("lessons", "/preview")),
    ],
  },
  {
    page: "teach/lessons/[lessonId]/preview/[step]/page.tsx",
    shots: [
      ...["read", "quiz", "discuss", "reflect"].map((step) => ({
        state: "full" as const,
        as: teacher,
        path: inLesson(`/preview/${step}`),
      })),
      { state: "empty", as: teacher, path: inEmptyLesson("/preview/read") },
      missingFor(teacher, inLesson("/preview/nonsense")),
    ],
  },
  {
    page: "teach/lessons/[lessonId]/preview/[step]/review/page.tsx",
    neverEmpty: "A preview of the quiz begins with its first question.",
    shots: [
      { state: "full", as: teacher, path: inLesson("/preview/quiz/review") },
      missingFor(teacher, inLesson("/preview/nonsense/review")),
    ],
  },
]

const resultPages: readonly PageEntry[] = [
  {
    page: "teach/assignments/[assignmentId]/page.tsx",
    shots: [
      { state: "full", as: teacher, path: ofWork(""), print: true },
      { state: "empty", as: teacher, path: ofNoWork("") },
      missingFor(newTeacher, ofWork("")),
    ],
  },
  {
    page: "teach/assignments/[assignmentId]/students/[enrolmentId]/page.tsx",
    shots: [
      { state: "full", as: teacher, path: (scene) => ofWork(`/students/${scene.enrolmentId}`)(scene) },
      { state: "empty", as: teacher, path: (scene) => ofNoWork(`/students/${scene.enrolmentId}`)(scene) },
      missingFor(teacher, (scene) => ofWork(`/students/${scene.nowhere}`)(scene)),
    ],
  },
  ...["items", "discussion", "stance"].map((part) => ({
    page: `teach/assignments/[assignmentId]/${part}/page.tsx`,
    shots: [
      { state: "full" as const, as: teacher, path: ofWork(`/${part}`) },
      { state: "empty" as const, as: teacher, path: ofNoWork(`/${part}`) },
      missingFor(newTeacher, ofWork(`/${part}`)),
    ],
  })),
  {
    page: "teach/assignments/[assignmentId]/grade/page.tsx",
    shots: [
      {
        state: "full",
        as: teacher,
        path: (scene) => `/teach/assignments/${scene.gradingAssignmentId}/grade`,
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
      missingFor(newTeacher, ofWork("/settings")),
    ],
  },
]

const schoolPages: readonly PageEntry[] = [
  {
    page: "admin/people/page.tsx",
    shots: [
      { state: "full", as: administrator, path: () => "/admin/people" },
      { state: "empty", as: administrator, path: () => "/admin/people?q=nobody-is-called-this" },
      forbiddenTo(teacher, () => "/admin/people"),
    ],
  },
  {
    page: "admin/school/page.tsx",
    neverEmpty: "There is always the one school.",
    shots: [
      { state: "full", as: administrator, path: () => "/admin/school" },
      forbiddenTo(teacher, () => "/admin/school"),
    ],
  },
]

/** What teachers, assistants and administrators have. */
export const staffPages: readonly PageEntry[] = [
  ...classPages,
  ...libraryPages,
  ...resultPages,
  ...schoolPages,
]
