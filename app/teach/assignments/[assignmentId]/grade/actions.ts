"use server"

import { refreshing } from "@/lib/platform/refreshing"
import { runAction } from "@/lib/platform/run-action"
import { saveGradeInput } from "@/lib/results/grading/grading-input"
import { saveGrade } from "@/lib/results/server/save-grade"

/** Where the next answer is opened after it: its page is asked for anyway. */
export const saveGradeAction = runAction(saveGradeInput, saveGrade)
/** Where the same answer stays open. */
export const saveGradeHereAction = refreshing(runAction(saveGradeInput, saveGrade))
