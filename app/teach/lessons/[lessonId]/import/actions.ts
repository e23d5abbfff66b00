"use server"

import { redirect } from "next/navigation"
import { getTranslations } from "next-intl/server"
import type { Decision } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import { readTable } from "@/lib/classroom/server/read-table"
import { type ImportQuizInput, importQuizInput, type PlanQuizInput, planQuizInput } from "@/lib/lesson/input"
import { importQuiz, planQuiz } from "@/lib/lesson/server/plan-quiz"
import type { QuizFileMeans } from "@/lib/lesson/server/read-quiz-file"
import { runAction } from "@/lib/platform/run-action"

async function means(): Promise<QuizFileMeans> {
  const words = await getTranslations("quiz.exchange")
  return { gapPrompt: words("gapPrompt"), rowsOf: readTable }
}

const plan = async (viewer: Viewer, input: PlanQuizInput) => planQuiz(viewer, input, await means())

async function importAndOpen(viewer: Viewer, input: ImportQuizInput): Promise<Decision<never>> {
  const imported = await importQuiz(viewer, input, await means())
  if (!imported.ok) return imported
  redirect(`/teach/lessons/${input.lessonId}?part=items`)
}

export const planQuizAction = runAction(planQuizInput, plan)
export const importQuizAction = runAction(importQuizInput, importAndOpen)
