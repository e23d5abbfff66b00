import type { Page } from "@playwright/test"
import { itemTypeNames } from "@/lib/quiz/item-types"
import { isQuestion } from "@/lib/quiz/question"
import { typeShortWindow } from "@/tests/shots/granted-scene"

import type { PageEntry } from "@/tests/shots/page-entry"
import type { Scene } from "@/tests/shots/scene"
import {
  brokenWithout,
  forbiddenTo,
  missingFor,
  newTeacher,
  nowhere,
  ONE_FORM,
  student,
  teacher,
} from "@/tests/shots/shot-makers"

const inLesson = (rest: string) => (scene: Scene) => `/teach/lessons/${scene.lessonId}${rest}`
const inEmptyLesson = (rest: string) => (scene: Scene) => `/teach/lessons/${scene.emptyLessonId}${rest}`

/** Texts and lessons. */
const pasted = `::Source::What is the briefing about?{=A visit to Moscow#It says so at once. ~A trade fair ~%50%A vote}

Which of these abstained?{~%50%Pakistan ~%50%India ~Poland}

Pakistan voted against the resolution.{FALSE}

Write what you think. {}

A text that asks nothing.

Broken {=a`

const openLosses = (page: Page): Promise<void> =>
  page.locator("summary", { hasText: "lose something" }).first().click()

/** Pastes questions of every kind of fate and looks at what becomes of them. */
async function lookAtQuestions(page: Page): Promise<void> {
  await page.getByRole("tab", { name: "Paste questions" }).click()
  await page.getByRole("textbox", { name: "Questions" }).fill(pasted)
  await page.getByRole("button", { name: "Look at the questions" }).click()
  await page.getByRole("heading", { name: "What will be put in" }).waitFor()
}

export const libraryPages: readonly PageEntry[] = [
  {
    page: "teach/library/page.tsx",
    shots: [
      { state: "full", as: teacher, path: () => "/teach/library" },
      { state: "empty", as: newTeacher, path: () => "/teach/library" },
      brokenWithout("Lesson", { as: teacher, path: () => "/teach/library" }),
    ],
  },
  {
    page: "teach/library/questions/page.tsx",
    shots: [
      { state: "full", as: teacher, path: () => "/teach/library/questions" },
      {
        state: "full",
        called: "into a lesson",
        as: teacher,
        path: (scene) => `/teach/library/questions?into=${scene.emptyLessonId}&type=single`,
      },
      { state: "empty", as: teacher, path: () => "/teach/library/questions?q=nothing+is+like+that" },
      forbiddenTo(student, () => "/teach/library/questions"),
      brokenWithout("LessonVersionItem", { as: teacher, path: () => "/teach/library/questions" }),
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
      {
        state: "full",
        called: "in Urdu",
        as: teacher,
        path: (scene) => `/teach/readings/${scene.urduReadingId}`,
        print: true,
      },
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
      ...["fairness", "prompts", "stance", "glossary", "background", "details"].map((part) => ({
        state: "full" as const,
        called: part,
        as: teacher,
        path: inLesson(`?part=${part}`),
      })),
      ...itemTypeNames
        .filter((type) => isQuestion({ type }))
        .map((type) => ({
          state: "full" as const,
          called: `item editor ${type}`,
          as: teacher,
          path: (scene: Scene) => inLesson(`?part=items&item=${scene.itemIds.get(type)}`)(scene),
        })),
      {
        state: "empty",
        called: "item editor, new question",
        as: teacher,
        path: inEmptyLesson("?part=items&item=new-evidence-pair"),
      },
      {
        state: "empty",
        called: "item editor, new text between questions",
        as: teacher,
        path: inEmptyLesson("?part=items&item=new-note"),
      },
      { state: "empty", as: teacher, path: inEmptyLesson("") },
      missingFor(teacher, nowhere("lessons")),
    ],
  },
  {
    page: "teach/lessons/[lessonId]/questions/[itemId]/page.tsx",
    neverEmpty: "A question has at least one version.",
    shots: [
      {
        state: "full",
        as: teacher,
        path: (scene) => inLesson(`/questions/${scene.itemIds.get("single")}`)(scene),
      },
      missingFor(teacher, inLesson("/questions/nonsense")),
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
    page: "teach/lessons/[lessonId]/export/page.tsx",
    shots: [
      { state: "full", as: teacher, path: inLesson("/export"), act: openLosses },
      { state: "empty", as: teacher, path: inEmptyLesson("/export") },
      missingFor(teacher, nowhere("lessons", "/export")),
    ],
  },
  {
    page: "teach/lessons/[lessonId]/import/page.tsx",
    shots: [
      { state: "full", as: teacher, path: inLesson("/import"), act: lookAtQuestions },
      { state: "empty", as: teacher, path: inEmptyLesson("/import") },
      missingFor(teacher, nowhere("lessons", "/import")),
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
      {
        state: "full",
        called: "granted: clash",
        as: teacher,
        path: inLesson("/assign"),
        act: typeShortWindow,
      },
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
