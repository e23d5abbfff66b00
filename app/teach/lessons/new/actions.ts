"use server"

import { createLessonInput } from "@/lib/lesson/input"
import { createLesson } from "@/lib/lesson/server/create-lesson"
import { runAction } from "@/lib/platform/run-action"

export const createLessonAction = runAction(createLessonInput, createLesson)
