import "server-only"
import { type Decision, type Refusal, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import { dateNotes } from "@/lib/lesson/date-notes"
import type { BackgroundNoteInput, SaveBackgroundInput } from "@/lib/lesson/input"
import { localDay } from "@/lib/lesson/school-time"
import { editDraft, type SavedDraft } from "@/lib/lesson/server/edit-draft"
import type { Transaction } from "@/lib/platform/database"
import { newId } from "@/lib/platform/ids"

/** Saves the background notes of a lesson, in their order. Words that stood already keep the day they were written on. */
export function saveBackground(
  viewer: Viewer,
  input: SaveBackgroundInput,
  now: Date,
): Promise<Decision<SavedDraft>> {
  return editDraft(viewer, input.base, async (tx, draft) => {
    const refusal = await refuseForeignSentences(tx, draft.revisionId, input.notes)
    if (refusal) return refusal
    const where = { lessonVersionId: draft.id }
    const standing = await tx.backgroundNote.findMany({ where, select: { body: true, writtenOn: true } })
    await tx.backgroundNote.deleteMany({ where })
    const today = new Date(localDay(now, viewer.school.timeZone))
    const data = dateNotes(input.notes, { standing, today }).map((note, at) => {
      return { ...note, ...where, id: newId(), position: at + 1 }
    })
    await tx.backgroundNote.createMany({ data })
    return null
  })
}

/** A note stands beside a sentence of this lesson's own text, or beside none. */
async function refuseForeignSentences(
  tx: Transaction,
  revisionId: string,
  notes: readonly BackgroundNoteInput[],
): Promise<Refusal | null> {
  const wanted = [...new Set(notes.flatMap(({ sentenceId }) => sentenceId ?? []))]
  const found = await tx.revisionSentence.count({ where: { revisionId, sentenceId: { in: wanted } } })
  return found === wanted.length ? null : refuse("invalid", "lesson.noSentenceInText").refusal
}
