"use server"

import { noticesSeenInput, saveNoticeSettingsInput } from "@/lib/discussion/input"
import { markNoticesSeen } from "@/lib/discussion/server/mark-notices-seen"
import { saveNoticeSettings } from "@/lib/discussion/server/notice-settings-store"
import { refreshing } from "@/lib/platform/refreshing"
import { runAction } from "@/lib/platform/run-action"

export const markNoticesSeenAction = refreshing(runAction(noticesSeenInput, markNoticesSeen))
export const saveNoticeSettingsAction = refreshing(runAction(saveNoticeSettingsInput, saveNoticeSettings))
