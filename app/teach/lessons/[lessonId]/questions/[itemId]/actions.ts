"use server"

import { bringBackItemInput } from "@/lib/lesson/items-input"
import { bringBackItem } from "@/lib/lesson/server/bring-back-item"
import { refreshing } from "@/lib/platform/refreshing"
import { runAction } from "@/lib/platform/run-action"

export const bringBackItemAction = refreshing(runAction(bringBackItemInput, bringBackItem))
