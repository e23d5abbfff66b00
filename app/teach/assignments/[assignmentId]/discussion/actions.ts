"use server"

import { refreshing } from "@/lib/platform/refreshing"
import { runAction } from "@/lib/platform/run-action"
import {
  saveDiscussionGradeInput,
  saveDiscussionRubricInput,
} from "@/lib/results/discussion/discussion-input"
import { saveDiscussionGrade } from "@/lib/results/server/save-discussion-grade"
import { saveDiscussionRubric } from "@/lib/results/server/save-discussion-rubric"

/** Where the next student is opened after it: that page is asked for anyway. */
export const saveDiscussionGradeAction = runAction(saveDiscussionGradeInput, saveDiscussionGrade)
/** Where the same student stays open. */
export const saveDiscussionGradeHereAction = refreshing(
  runAction(saveDiscussionGradeInput, saveDiscussionGrade),
)
/** Leads back to the discussion. */
export const saveDiscussionRubricAction = runAction(saveDiscussionRubricInput, saveDiscussionRubric)
