"use server"

import { copyLessonInput } from "@/lib/lesson/input"
import { copyLesson } from "@/lib/lesson/server/copy-lesson"
import { runAction } from "@/lib/platform/run-action"

export const copyLessonAction = runAction(copyLessonInput, copyLesson)
