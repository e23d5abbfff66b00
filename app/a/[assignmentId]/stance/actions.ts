"use server"

import { saveStanceInput } from "@/lib/discussion/input"
import { saveStance } from "@/lib/discussion/server/save-stance"
import { runAction } from "@/lib/platform/run-action"

export const saveStanceAction = runAction(saveStanceInput, saveStance)
