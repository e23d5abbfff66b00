"use server"

import { refreshing } from "@/lib/platform/refreshing"
import { runAction } from "@/lib/platform/run-action"
import {
  answerReplyInput,
  bankCommentInput,
  dropBankCommentInput,
  gradingRulesInput,
  loadBankInput,
  releaseGradesInput,
  saveGradeInput,
} from "@/lib/results/grading/grading-input"
import { answerGradeReply } from "@/lib/results/server/answer-grade-reply"
import { dropBankComment, keepBankComment, loadBank } from "@/lib/results/server/comment-bank"
import { saveGrade } from "@/lib/results/server/save-grade"
import { releaseGrades, setGradingRules } from "@/lib/results/server/set-grading-rules"

/** Where the next answer is opened after it: its page is asked for anyway. */
export const saveGradeAction = runAction(saveGradeInput, saveGrade)
/** Where the same answer stays open. */
export const saveGradeHereAction = refreshing(runAction(saveGradeInput, saveGrade))
export const setGradingRulesAction = refreshing(runAction(gradingRulesInput, setGradingRules))
export const releaseGradesAction = refreshing(runAction(releaseGradesInput, releaseGrades))
export const answerGradeReplyAction = refreshing(runAction(answerReplyInput, answerGradeReply))
// The bank is no part of the page: what comes back is all that changed.
export const loadBankAction = runAction(loadBankInput, loadBank)
export const keepBankCommentAction = runAction(bankCommentInput, keepBankComment)
export const dropBankCommentAction = runAction(dropBankCommentInput, dropBankComment)
