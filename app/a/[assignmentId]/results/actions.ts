"use server"

import { gradeReplyInput, makeAppealInput, withdrawAppealInput } from "@/lib/lesson/input"
import { makeAppeal } from "@/lib/lesson/server/make-appeal"
import { replyToGrade } from "@/lib/lesson/server/reply-to-grade"
import { withdrawAppeal } from "@/lib/lesson/server/withdraw-appeal"
import { refreshing } from "@/lib/platform/refreshing"
import { runAction } from "@/lib/platform/run-action"

export const makeAppealAction = refreshing(runAction(makeAppealInput, makeAppeal))
export const withdrawAppealAction = refreshing(runAction(withdrawAppealInput, withdrawAppeal))
export const replyToGradeAction = refreshing(runAction(gradeReplyInput, replyToGrade))
