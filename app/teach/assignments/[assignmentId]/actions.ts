"use server"

import { allow } from "@/lib/access/refusal"
import { assignmentInput, nudgeInput, startQuizInput } from "@/lib/lesson/input"
import { ownTerms } from "@/lib/lesson/own-terms"
import { nudgeStudents } from "@/lib/lesson/server/nudge-students"
import { releaseResults } from "@/lib/lesson/server/release-results"
import { startQuiz } from "@/lib/lesson/server/start-quiz"
import { refreshing } from "@/lib/platform/refreshing"
import { runAction } from "@/lib/platform/run-action"
import { acceptLateInput, type ReopenAttemptInput, reopenAttemptInput } from "@/lib/quiz/input"
import { acceptLateSaves } from "@/lib/quiz/server/accept-late-saves"
import { type ReopenedAttempt, reopenAttempt } from "@/lib/quiz/server/reopen-attempt"

export const acceptLateAction = refreshing(runAction(acceptLateInput, acceptLateSaves))
export const nudgeStudentsAction = refreshing(runAction(nudgeInput, nudgeStudents))
export const releaseResultsAction = refreshing(runAction(assignmentInput, releaseResults))
export const reopenAttemptAction = refreshing(
  runAction<ReopenAttemptInput, ReopenedAttempt>(reopenAttemptInput, (viewer, input, now) =>
    reopenAttempt(viewer, { ...input, now, ownTerms }),
  ),
)
export const startQuizAction = refreshing(runAction(startQuizInput, startQuiz))
/** Changes nothing: its answer is the page as it now stands, which asks itself who may see it. */
export const bringResultsAction = refreshing(runAction(assignmentInput, async () => allow(true)))
