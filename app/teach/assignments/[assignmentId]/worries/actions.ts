"use server"

import { openPrivateInput } from "@/lib/discussion/input"
import { openPrivateText } from "@/lib/lesson/server/open-private-text"
import { runAction } from "@/lib/platform/run-action"

/** Answers what was opened, which no page loads: leaving the page closes it again. */
export const openPrivateAction = runAction(openPrivateInput, openPrivateText)
