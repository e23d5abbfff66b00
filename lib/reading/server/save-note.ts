import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import { database } from "@/lib/platform/database"
import { appendEvent } from "@/lib/platform/events"
import type { SaveNoteInput } from "@/lib/reading/input"
import type { NoteView } from "@/lib/reading/notes"
import { findNoteGround, upsertNote } from "@/lib/reading/server/notes-store"

/** Saves a student's private note on a sentence, or its new words. Saved twice, it is one note. */
export async function saveNote(viewer: Viewer, input: SaveNoteInput, now: Date): Promise<Decision<NoteView>> {
  const ground = await findNoteGround({ ...input, userId: viewer.userId, now })
  if (!ground) return refuse("missing", "reading.noSentenceHere")
  if (!can(viewer, "note.write", { classRole: ground.classRole, isOwner: true }))
    return refuse("forbidden", "reading.studentsOnly")
  return database().$transaction(async (tx) => {
    const note = await upsertNote(tx, { ...input, ...ground, now })
    if (!note) return refuse("conflict", "reading.idTaken")
    await appendEvent(tx, {
      kind: "note.saved",
      actorId: viewer.userId,
      classId: ground.classId,
      assignmentId: input.assignmentId,
      subjectId: note.noteId,
    })
    return allow(note)
  })
}
