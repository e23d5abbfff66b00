import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { NoteInput } from "@/lib/reading/input"
import type { NoteView } from "@/lib/reading/notes"
import { setNoteRemoved } from "@/lib/reading/server/notes-store"

/** Takes away the viewer's own note. `restoreNote` brings it back with the words it had. */
export async function removeNote(viewer: Viewer, input: NoteInput, now: Date): Promise<Decision<NoteView>> {
  return setRemoved(viewer, input, now)
}

/** Brings back a note that its writer took away. */
export async function restoreNote(viewer: Viewer, input: NoteInput): Promise<Decision<NoteView>> {
  return setRemoved(viewer, input, null)
}

async function setRemoved(viewer: Viewer, { noteId }: NoteInput, removedAt: Date | null) {
  // The statement finds only an own note in a class the viewer is a student of: those are the facts.
  if (!can(viewer, "note.write", { classRole: "student", isOwner: true }))
    return refuse("missing", "reading.noNote")
  const note = await setNoteRemoved(noteId, { userId: viewer.userId, removedAt })
  return note ? allow(note) : refuse("missing", "reading.noNote")
}
