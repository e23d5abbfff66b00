"use server"

import { assignmentInput } from "@/lib/lesson/input"
import { releaseResults } from "@/lib/lesson/server/release-results"
import { refreshing } from "@/lib/platform/refreshing"
import { runAction } from "@/lib/platform/run-action"
import { acceptLateInput } from "@/lib/quiz/input"
import { acceptLateSaves } from "@/lib/quiz/server/accept-late-saves"

export const acceptLateAction = refreshing(runAction(acceptLateInput, acceptLateSaves))
export const releaseResultsAction = refreshing(runAction(assignmentInput, releaseResults))
