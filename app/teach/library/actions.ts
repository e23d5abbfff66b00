"use server"

import { nothingInput } from "@/lib/classroom/input"
import { copyLessonInput } from "@/lib/lesson/input"
import { copyLesson } from "@/lib/lesson/server/copy-lesson"
import { takeFirstLesson } from "@/lib/lesson/server/take-first-lesson"
import { refreshing } from "@/lib/platform/refreshing"
import { runAction } from "@/lib/platform/run-action"

export const takeFirstLessonAction = refreshing(runAction(nothingInput, takeFirstLesson))
export const copyLessonAction = runAction(copyLessonInput, copyLesson)
