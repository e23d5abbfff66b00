import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { CitableInput } from "@/lib/discussion/input"
import { factsOf, PLACE_COLUMNS, type Place, THROUGH_CLASS } from "@/lib/discussion/server/place"
import type { CitationView } from "@/lib/discussion/thread/thread-view"
import { pool } from "@/lib/platform/database"

const SENTENCES = `
  SELECT ${PLACE_COLUMNS}, (
    SELECT json_agg(json_build_object('sentenceId', rs."sentenceId", 'paragraph', rs.paragraph,
                                      'ordinal', rs.ordinal, 'quote', rs.text) ORDER BY rs.paragraph, rs.ordinal)
    FROM "RevisionSentence" rs WHERE rs."revisionId" = lv."revisionId") AS sentences
  FROM ${THROUGH_CLASS}
  WHERE a.id = $2`

/** The sentences of the assignment's text, to choose from. One trip. */
export async function loadCitableSentences(
  viewer: Viewer,
  { assignmentId }: CitableInput,
  now: Date,
): Promise<Decision<CitationView[]>> {
  const statement = { name: "citable-sentences", text: SENTENCES, values: [viewer.userId, assignmentId] }
  const place = (await pool().query<Place & { sentences: CitationView[] | null }>(statement)).rows[0]
  if (!place || !can(viewer, "assignment.see", factsOf(place)))
    return refuse("missing", "discussion.noSuchAssignment")
  if (place.classRole === "student" && now < place.opensAt) return refuse("conflict", "discussion.notOpen")
  return allow(place.sentences ?? [])
}
