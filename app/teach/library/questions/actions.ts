"use server"

import { takeItemInput } from "@/lib/lesson/items-input"
import { takeItem } from "@/lib/lesson/server/take-item"
import { refreshing } from "@/lib/platform/refreshing"
import { runAction } from "@/lib/platform/run-action"

export const takeItemAction = refreshing(runAction(takeItemInput, takeItem))
