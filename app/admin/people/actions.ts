"use server"

import { createPersonInput, erasePersonInput, personInput } from "@/lib/classroom/input"
import { createPerson } from "@/lib/classroom/server/create-person"
import { erasePerson } from "@/lib/classroom/server/keeping/erase-person"
import {
  clearSecondFactor,
  disablePerson,
  enablePerson,
  resetPersonPassword,
} from "@/lib/classroom/server/manage-person"
import { refreshing } from "@/lib/platform/refreshing"
import { runAction } from "@/lib/platform/run-action"

export const createPersonAction = refreshing(runAction(createPersonInput, createPerson))
export const resetPersonPasswordAction = refreshing(runAction(personInput, resetPersonPassword))
export const clearSecondFactorAction = refreshing(runAction(personInput, clearSecondFactor))
export const disablePersonAction = refreshing(runAction(personInput, disablePerson))
export const erasePersonAction = refreshing(runAction(erasePersonInput, erasePerson))
export const enablePersonAction = refreshing(runAction(personInput, enablePerson))
