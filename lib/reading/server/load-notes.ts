import "server-only"
import { can } from "@/lib/access/permissions"
import type { Viewer } from "@/lib/access/viewer"
import { handedOver } from "@/lib/platform/telemetry/request-context"
import type { NoteView } from "@/lib/reading/notes"
import { findNotes } from "@/lib/reading/server/notes-store"

/** The name under which the viewer's notes are handed from the front server to the page. */
export const notesName = (assignmentId: string): string => `notes in ${assignmentId}`

/** The viewer's own notes in an assignment; none for staff, who write none. The enrolment is the viewer's. */
export async function loadNotes(
  viewer: Viewer,
  where: { assignmentId: string; enrolment: { id: string; role: "student" | "assistant" | "teacher" } },
): Promise<NoteView[]> {
  const { assignmentId, enrolment } = where
  const handed = handedOver<NoteView[]>(notesName(assignmentId))
  if (handed) return handed
  if (!can(viewer, "note.see", { classRole: enrolment.role, isOwner: true })) return []
  return findNotes({ assignmentId, enrolmentId: enrolment.id })
}
