import type { Page } from "@playwright/test"
import type { PageEntry } from "@/tests/shots/page-entry"
import type { Scene } from "@/tests/shots/scene"
import { forbiddenTo, ONE_FORM, student, teacher } from "@/tests/shots/shot-makers"

const path = () => "/teach/library/from-file"

type Document = {
  title: unknown
  items: { type: string; content: { options?: { text: string }[] } }[]
} & Record<string, unknown>

/** Saves the lesson, changes its file, and looks at what would come in. */
const lookAt =
  (change: (file: Document) => void = () => {}) =>
  async (page: Page, { lessonId }: Scene): Promise<void> => {
    const text = await page.evaluate(async (id) => (await fetch(`/api/lessons/${id}/file`)).text(), lessonId)
    const file = JSON.parse(text) as Document
    change(file)
    await page.locator("input[type=file]").setInputFiles({
      name: "lesson.colloquy.json",
      mimeType: "application/json",
      buffer: Buffer.from(JSON.stringify(file)),
    })
    await page.getByRole("button", { name: "Look at the lesson" }).click()
    await page.getByRole("heading", { level: 2 }).waitFor()
  }

const withOddQuestions = (file: Document): void => {
  const [first, second] = file.items
  if (first) first.type = "hotspot"
  const option = second?.content.options?.[1]
  if (option) option.text = "x".repeat(501)
}

const withFaults = (file: Document): void => {
  Object.assign(file, { title: 7, prompts: ["x".repeat(601)], stanceStatement: "", more: true })
}

/** A lesson as a file. */
export const lessonFilePages: readonly PageEntry[] = [
  {
    page: "teach/library/from-file/page.tsx",
    neverEmpty: ONE_FORM,
    shots: [
      { state: "full", as: teacher, path },
      { state: "full", called: "there already", as: teacher, path, act: lookAt() },
      { state: "full", called: "questions left out", as: teacher, path, act: lookAt(withOddQuestions) },
      { state: "full", called: "cannot be read", as: teacher, path, act: lookAt(withFaults) },
      forbiddenTo(student, path),
    ],
  },
]
