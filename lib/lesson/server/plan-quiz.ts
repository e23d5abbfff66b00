import "server-only"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { ImportQuizInput, PlanQuizInput, QuizSource } from "@/lib/lesson/input"
import { importItems } from "@/lib/lesson/server/import-items"
import { type QuizFileMeans, readQuizFile } from "@/lib/lesson/server/read-quiz-file"
import type { QuizImportPlan } from "@/lib/quiz/exchange/plan-import"
import { type PlannedQuiz, viewPlan } from "@/lib/quiz/exchange/view-plan"
import { loadAuthoredItems } from "@/lib/quiz/server/load-authored-items"
import { decodeBytes } from "@/lib/reading/decode-bytes"

/** Reads a quiz file and tells what each item would become in this lesson. Nothing is written. */
export async function planQuiz(
  viewer: Viewer,
  { lessonVersionId, ...source }: PlanQuizInput,
  means: QuizFileMeans,
): Promise<Decision<PlannedQuiz>> {
  const there = await loadAuthoredItems(viewer, lessonVersionId)
  if (!there) return refuse("missing", "lesson.noLesson")
  const plan = await readSource(source, means)
  if (!plan.ok) return plan
  return allow(
    viewPlan(
      plan.value,
      there.map(({ item }) => item),
    ),
  )
}

/** Reads the same source again and puts the chosen ones of its items into the lesson. Answers how many. */
export async function importQuiz(
  viewer: Viewer,
  { lessonId: _, base, numbers, ...source }: ImportQuizInput,
  means: QuizFileMeans,
): Promise<Decision<{ count: number }>> {
  const plan = await readSource(source, means)
  if (!plan.ok) return plan
  const items = plan.value.taken.filter(({ number }) => numbers.includes(number)).map(({ item }) => item)
  if (items.length === 0) return refuse("invalid", "lesson.nothingChosen")
  const saved = await importItems(viewer, { base, items })
  return saved.ok ? allow({ count: items.length }) : saved
}

async function readSource(
  { format, pasted, file }: QuizSource,
  means: QuizFileMeans,
): Promise<Decision<QuizImportPlan>> {
  if (!file) return readQuizFile({ text: pasted ?? "", fileName: "", format }, means)
  const decoded = decodeBytes(new Uint8Array(await file.arrayBuffer()))
  if (!decoded.ok) return decoded
  return readQuizFile({ text: decoded.value.text, fileName: file.name, format }, means)
}
