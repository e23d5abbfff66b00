"use server"

import { addWatchWordInput, removeWatchWordInput } from "@/lib/discussion/input"
import { addWatchWord, removeWatchWord } from "@/lib/discussion/server/change-watch-list"
import { refreshing } from "@/lib/platform/refreshing"
import { runAction } from "@/lib/platform/run-action"

export const addWatchWordAction = refreshing(runAction(addWatchWordInput, addWatchWord))
export const removeWatchWordAction = refreshing(runAction(removeWatchWordInput, removeWatchWord))
