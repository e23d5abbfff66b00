"use server"

import { refreshing } from "@/app/teach/classes/refreshing"
import { assignmentInput } from "@/lib/lesson/input"
import { releaseResults } from "@/lib/lesson/server/release-results"
import { runAction } from "@/lib/platform/run-action"

export const releaseResultsAction = refreshing(runAction(assignmentInput, releaseResults))
