import "server-only"
import { can } from "@/lib/access/permissions"
import type { Viewer } from "@/lib/access/viewer"
import type { NoteView } from "@/lib/reading/notes"
import { findNotes } from "@/lib/reading/server/notes-store"

/** The viewer's own notes in an assignment; none for staff, who write none. The enrolment is the viewer's. */
export async function loadNotes(
  viewer: Viewer,
  where: { assignmentId: string; enrolment: { id: string; role: "student" | "assistant" | "teacher" } },
): Promise<NoteView[]> {
  const { assignmentId, enrolment } = where
  if (!can(viewer, "note.see", { classRole: enrolment.role, isOwner: true })) return []
  return findNotes({ assignmentId, enrolmentId: enrolment.id })
}
