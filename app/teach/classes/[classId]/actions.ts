"use server"

import { redirect } from "next/navigation"
import type { Decision } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import * as input from "@/lib/classroom/input"
import { addClassStaff } from "@/lib/classroom/server/add-class-staff"
import { addPastedRoster, addRosterFile } from "@/lib/classroom/server/add-roster"
import { decline, letIn, removeFromClass } from "@/lib/classroom/server/change-enrolment"
import { copyClass } from "@/lib/classroom/server/copy-class"
import {
  archiveClass,
  renameClass,
  restoreClass,
  rotateJoinCode,
  setJoinRules,
} from "@/lib/classroom/server/edit-class"
import { planPastedRoster, planRosterFile } from "@/lib/classroom/server/plan-roster"
import { resetManyPasswords, resetStudentPassword } from "@/lib/classroom/server/reset-student-password"
import { setAccommodation } from "@/lib/lesson/server/set-accommodation"
import { refreshing } from "@/lib/platform/refreshing"
import { runAction } from "@/lib/platform/run-action"

export const letInAction = refreshing(runAction(input.enrolmentInput, letIn))
export const declineAction = refreshing(runAction(input.enrolmentInput, decline))
export const removeAction = refreshing(runAction(input.enrolmentInput, removeFromClass))
export const resetPasswordAction = refreshing(runAction(input.enrolmentInput, resetStudentPassword))
export const resetManyAction = runAction(input.manyEnrolmentsInput, resetManyPasswords)

async function copyAndOpen(viewer: Viewer, copy: input.CopyClassInput): Promise<Decision<never>> {
  const created = await copyClass(viewer, copy)
  if (!created.ok) return created
  redirect(`/teach/classes/${created.value.publicId}`)
}

export const copyAction = runAction(input.copyClassInput, copyAndOpen)
export const rotateCodeAction = refreshing(runAction(input.classInput, rotateJoinCode))
export const joinRulesAction = refreshing(runAction(input.joinRulesInput, setJoinRules))
export const renameAction = refreshing(runAction(input.renameClassInput, renameClass))
export const archiveAction = refreshing(runAction(input.classInput, archiveClass))
export const restoreAction = refreshing(runAction(input.classInput, restoreClass))
export const setAccommodationAction = refreshing(runAction(input.setAccommodationInput, setAccommodation))
export const addStaffAction = refreshing(runAction(input.addStaffInput, addClassStaff))

export const planRosterAction = runAction(input.pastedRosterInput, planPastedRoster)
export const addRosterAction = runAction(input.addPastedRosterInput, addPastedRoster)
export const planRosterFileAction = runAction(input.rosterFileInput, planRosterFile)
export const addRosterFileAction = runAction(input.addRosterFileInput, addRosterFile)
