"use server"

import { refreshing } from "@/app/teach/classes/refreshing"
import { editSchoolInput } from "@/lib/classroom/input"
import { editSchool } from "@/lib/classroom/server/edit-school"
import { runAction } from "@/lib/platform/run-action"

export const editSchoolAction = refreshing(runAction(editSchoolInput, editSchool))
