"use server"

import { copyLessonToReadingInput } from "@/lib/lesson/own-copy-input"
import { copyLessonToReading } from "@/lib/lesson/server/copy-lesson-to-reading"
import { runAction } from "@/lib/platform/run-action"

export const copyLessonToReadingAction = runAction(copyLessonToReadingInput, copyLessonToReading)
