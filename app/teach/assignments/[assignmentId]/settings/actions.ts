"use server"

import {
  archiveAssignmentInput,
  assignmentInput,
  editAssignmentInput,
  extendStudentInput,
  setDiscussionRulesInput,
  withdrawExtensionInput,
} from "@/lib/lesson/input"
import { archiveAssignment } from "@/lib/lesson/server/archive-assignment"
import { editAssignment } from "@/lib/lesson/server/edit-assignment"
import { extendStudent } from "@/lib/lesson/server/extend-student"
import { releaseResults } from "@/lib/lesson/server/release-results"
import { setDiscussionRules } from "@/lib/lesson/server/set-discussion-rules"
import { withdrawExtension } from "@/lib/lesson/server/withdraw-extension"
import { refreshing } from "@/lib/platform/refreshing"
import { runAction } from "@/lib/platform/run-action"

export const editAssignmentAction = refreshing(runAction(editAssignmentInput, editAssignment))
export const extendStudentAction = refreshing(runAction(extendStudentInput, extendStudent))
export const withdrawExtensionAction = refreshing(runAction(withdrawExtensionInput, withdrawExtension))
export const releaseResultsAction = refreshing(runAction(assignmentInput, releaseResults))
export const archiveAssignmentAction = refreshing(runAction(archiveAssignmentInput, archiveAssignment))
export const setDiscussionRulesAction = refreshing(runAction(setDiscussionRulesInput, setDiscussionRules))
