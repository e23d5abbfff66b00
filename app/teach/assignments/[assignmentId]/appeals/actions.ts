"use server"

import { refreshing } from "@/lib/platform/refreshing"
import { runAction } from "@/lib/platform/run-action"
import { answerAppealInput } from "@/lib/results/appeals/appeal-input"
import { answerAppeal } from "@/lib/results/server/answer-appeal"

export const answerAppealAction = refreshing(runAction(answerAppealInput, answerAppeal))
