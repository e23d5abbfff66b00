import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { WatchListView, WatchWordView } from "@/lib/discussion/moderation/watch-list-view"
import { pool } from "@/lib/platform/database"

type ClassRole = "student" | "assistant" | "teacher"
type Row = { classRole: ClassRole | null; words: WatchWordView[]; schoolWords: WatchWordView[] }

const words = (which: string) => `(
  SELECT coalesce(json_agg(json_build_object('id', w.id, 'word', w.word, 'note', w.note) ORDER BY lower(w.word), w.id), '[]')
  FROM "WatchWord" w WHERE ${which})`

const LIST = `
  SELECT (SELECT e.role FROM "Enrolment" e WHERE e."classId" = c.id AND e."userId" = $1
          AND e.state = 'active' AND e."leftAt" IS NULL) AS "classRole",
         ${words(`w."classId" = c.id`)} AS words, ${words(`w."classId" IS NULL`)} AS "schoolWords"
  FROM "Class" c WHERE c.id = $2`

/** The words that are watched in a class, for its staff and for administrators. One trip. */
export async function loadWatchList(viewer: Viewer, classId: string): Promise<Decision<WatchListView>> {
  const statement = { name: "watch-list", text: LIST, values: [viewer.userId, classId] }
  const row = (await pool().query<Row>(statement)).rows[0]
  const facts = { classRole: row?.classRole ?? null }
  if (!row || !can(viewer, "watchList.see", facts)) return refuse("missing", "discussion.noSuchClass")
  const { words, schoolWords } = row
  return allow({ words, schoolWords, mayEdit: can(viewer, "watchList.edit", facts) })
}

const SCHOOL = `SELECT ${words(`w."classId" IS NULL`)} AS words`

/** The words that are watched in every class, for whoever keeps that list. One trip. */
export async function loadSchoolWatchList(viewer: Viewer): Promise<Decision<WatchWordView[]>> {
  if (!can(viewer, "watchList.editSchool")) return refuse("forbidden", "discussion.mayNotEditWatchList")
  return allow((await pool().query<Pick<Row, "words">>(SCHOOL)).rows[0]?.words ?? [])
}
