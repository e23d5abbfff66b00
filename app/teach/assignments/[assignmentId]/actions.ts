"use server"

import { assignmentInput } from "@/lib/lesson/input"
import { releaseResults } from "@/lib/lesson/server/release-results"
import { refreshing } from "@/lib/platform/refreshing"
import { runAction } from "@/lib/platform/run-action"

export const releaseResultsAction = refreshing(runAction(assignmentInput, releaseResults))
