"use server"

import {
  archiveLessonInput,
  arrangeItemsInput,
  assignLessonInput,
  saveGlossaryInput,
  saveLessonDetailsInput,
  saveLessonItemInput,
  savePromptsInput,
  saveStanceStatementInput,
} from "@/lib/lesson/input"
import { archiveLesson } from "@/lib/lesson/server/archive-lesson"
import { arrangeItems } from "@/lib/lesson/server/arrange-items"
import { assignLesson } from "@/lib/lesson/server/assign-lesson"
import { saveGlossary } from "@/lib/lesson/server/save-glossary"
import { saveItem } from "@/lib/lesson/server/save-item"
import { saveLessonDetails } from "@/lib/lesson/server/save-lesson-details"
import { savePrompts } from "@/lib/lesson/server/save-prompts"
import { saveStanceStatement } from "@/lib/lesson/server/save-stance-statement"
import { runAction } from "@/lib/platform/run-action"

export const savePromptsAction = runAction(savePromptsInput, savePrompts)
export const saveStanceStatementAction = runAction(saveStanceStatementInput, saveStanceStatement)
export const saveGlossaryAction = runAction(saveGlossaryInput, saveGlossary)
export const saveLessonDetailsAction = runAction(saveLessonDetailsInput, saveLessonDetails)
export const saveItemAction = runAction(saveLessonItemInput, saveItem)
export const arrangeItemsAction = runAction(arrangeItemsInput, arrangeItems)
export const archiveLessonAction = runAction(archiveLessonInput, archiveLesson)
export const assignLessonAction = runAction(assignLessonInput, assignLesson)
