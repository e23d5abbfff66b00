"use server"

import { redirect } from "next/navigation"
import { validate } from "uuid"
import { answerPracticeInput, startPracticeInput } from "@/lib/lesson/input"
import type { RecallKind } from "@/lib/lesson/recall-due"
import { answerPractice } from "@/lib/lesson/server/answer-practice"
import { startPractice } from "@/lib/lesson/server/start-practice"
import { runAction } from "@/lib/platform/run-action"

/** Its answer holds all the page needs to go on: nothing else on it has changed. */
export const answerPracticeAction = runAction(answerPracticeInput, answerPractice)

const start = runAction(startPracticeInput, startPractice)

/** Begins or goes on, and leads there. A plain form post, so that it works before any script has come. */
export async function startPracticeAction(assignmentId: string, kind: "retry" | RecallKind): Promise<void> {
  const started = await start({ assignmentId, kind })
  // An argument of an action is whatever was sent, and the address goes into a header.
  // What could not begin is explained by the results, or by why they are not to be seen.
  const place = started.ok ? `practice/${started.value.rehearsalId}` : "results"
  redirect(validate(assignmentId) ? `/a/${assignmentId}/${place}` : "/home")
}
