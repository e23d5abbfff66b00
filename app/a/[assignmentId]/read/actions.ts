"use server"

import { redirect } from "next/navigation"
import { validate } from "uuid"
import { runAction } from "@/lib/platform/run-action"
import { finishReadingInput, noteInput, saveNoteInput } from "@/lib/reading/input"
import { finishReading } from "@/lib/reading/server/finish-reading"
import { removeNote, restoreNote } from "@/lib/reading/server/remove-note"
import { saveNote } from "@/lib/reading/server/save-note"

export const saveNoteAction = runAction(saveNoteInput, saveNote)
export const removeNoteAction = runAction(noteInput, removeNote)
export const restoreNoteAction = runAction(noteInput, restoreNote)

const finish = runAction(finishReadingInput, finishReading)

/** Finishes reading and leads on to the next step. A plain form post, so that it works before any script has come. */
export async function finishReadingAction(assignmentId: string): Promise<void> {
  await finish({ assignmentId })
  // An argument of an action is whatever was sent, and the address goes into a header.
  redirect(validate(assignmentId) ? `/a/${assignmentId}` : "/home")
}
