"use server"

import { editSchoolInput } from "@/lib/classroom/input"
import { editSchool } from "@/lib/classroom/server/edit-school"
import { refreshing } from "@/lib/platform/refreshing"
import { runAction } from "@/lib/platform/run-action"

export const editSchoolAction = refreshing(runAction(editSchoolInput, editSchool))
