"use server"

import {
  archiveLessonInput,
  arrangeItemsInput,
  assignLessonInput,
  saveBackgroundInput,
  saveGlossaryInput,
  saveLessonDetailsInput,
  saveLessonItemInput,
  savePromptsInput,
  saveSidePacketsInput,
  saveStanceStatementInput,
} from "@/lib/lesson/input"
import {
  changeItemsInput,
  layOutItemsInput,
  signOffInput,
  takeBackSignOffInput,
} from "@/lib/lesson/items-input"
import { archiveLesson } from "@/lib/lesson/server/archive-lesson"
import { arrangeItems } from "@/lib/lesson/server/arrange-items"
import { assignLesson } from "@/lib/lesson/server/assign-lesson"
import { changeItems } from "@/lib/lesson/server/change-items"
import { layOutItems } from "@/lib/lesson/server/lay-out-items"
import { saveBackground } from "@/lib/lesson/server/save-background"
import { saveGlossary } from "@/lib/lesson/server/save-glossary"
import { saveItem } from "@/lib/lesson/server/save-item"
import { saveLessonDetails } from "@/lib/lesson/server/save-lesson-details"
import { savePrompts } from "@/lib/lesson/server/save-prompts"
import { saveSidePackets } from "@/lib/lesson/server/save-side-packets"
import { saveStanceStatement } from "@/lib/lesson/server/save-stance-statement"
import { signOffLesson, takeBackSignOff } from "@/lib/lesson/server/sign-off-lesson"
import { refreshing } from "@/lib/platform/refreshing"
import { runAction } from "@/lib/platform/run-action"

export const savePromptsAction = refreshing(runAction(savePromptsInput, savePrompts))
export const saveStanceStatementAction = refreshing(runAction(saveStanceStatementInput, saveStanceStatement))
export const saveSidePacketsAction = refreshing(runAction(saveSidePacketsInput, saveSidePackets))
export const saveGlossaryAction = refreshing(runAction(saveGlossaryInput, saveGlossary))
export const saveBackgroundAction = refreshing(runAction(saveBackgroundInput, saveBackground))
export const saveLessonDetailsAction = refreshing(runAction(saveLessonDetailsInput, saveLessonDetails))
export const saveItemAction = runAction(saveLessonItemInput, saveItem)
export const arrangeItemsAction = refreshing(runAction(arrangeItemsInput, arrangeItems))
export const layOutItemsAction = refreshing(runAction(layOutItemsInput, layOutItems))
export const changeItemsAction = refreshing(runAction(changeItemsInput, changeItems))
export const signOffLessonAction = refreshing(runAction(signOffInput, signOffLesson))
export const takeBackSignOffAction = refreshing(runAction(takeBackSignOffInput, takeBackSignOff))
export const archiveLessonAction = refreshing(runAction(archiveLessonInput, archiveLesson))
export const assignLessonAction = runAction(assignLessonInput, assignLesson)
