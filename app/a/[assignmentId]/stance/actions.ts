"use server"

import { saveStanceInput } from "@/lib/discussion/input"
import { saveStance } from "@/lib/discussion/server/save-stance"
import { refreshing } from "@/lib/platform/refreshing"
import { runAction } from "@/lib/platform/run-action"

export const saveStanceAction = refreshing(runAction(saveStanceInput, saveStance))
