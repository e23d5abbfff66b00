"use server"

import { saveHelpLineInput, saveNormsInput } from "@/lib/discussion/input"
import { saveHelpLine, saveNorms } from "@/lib/discussion/server/keep-norms"
import { refreshing } from "@/lib/platform/refreshing"
import { runAction } from "@/lib/platform/run-action"

export const saveNormsAction = refreshing(runAction(saveNormsInput, saveNorms))
export const saveHelpLineAction = refreshing(runAction(saveHelpLineInput, saveHelpLine))
