import "server-only"
import { can } from "@/lib/access/permissions"
import type { Viewer } from "@/lib/access/viewer"
import type { EditBase } from "@/lib/lesson/input"
import { SEEN_LESSONS } from "@/lib/lesson/server/load-bank"
import { pool } from "@/lib/platform/database"
import type { AuthoredItem } from "@/lib/quiz/authored-item"
import { sameness } from "@/lib/quiz/sameness"

/** What the bank can be narrowed to, and where its questions can be taken. */
export type BankChoices = {
  lessons: { lessonId: string; title: string; isOwn: boolean }[]
  skills: string[]
  /** The lesson questions are taken into; null where none is chosen, or it is not the viewer's. */
  into: { lessonId: string; title: string; base: EditBase; has: ReadonlySet<string> } | null
}

const CHOICES = `
  WITH seen AS (${SEEN_LESSONS})
  SELECT
    coalesce((SELECT json_agg(json_build_object('lessonId', id, 'title', title, 'isOwn', "ownerId" = $1)
                              ORDER BY lower(title), id) FROM seen), '[]') AS lessons,
    coalesce((SELECT json_agg(skill ORDER BY skill) FROM (
      SELECT DISTINCT skill FROM seen
      JOIN "LessonVersionItem" li ON li."lessonVersionId" = seen."versionId"
      JOIN "ItemVersion" iv ON iv.id = li."itemVersionId", unnest(iv.skills) skill
      ORDER BY skill LIMIT 300) named), '[]') AS skills,
    (SELECT json_build_object('lessonId', seen.id, 'title', title, 'base', json_build_object(
        'lessonVersionId', "versionId", 'editNumber', "editNumber"), 'items', coalesce((
          SELECT json_agg(json_build_object('type', iv.type, 'prompt', iv.prompt, 'content', iv.content))
          FROM "LessonVersionItem" li JOIN "ItemVersion" iv ON iv.id = li."itemVersionId"
          WHERE li."lessonVersionId" = "versionId"), '[]'))
     FROM seen WHERE seen.id = $2 AND seen."ownerId" = $1) AS target`

type Target = {
  lessonId: string
  title: string
  base: EditBase
  items: Pick<AuthoredItem, "type" | "prompt" | "content">[]
}
type Row = Pick<BankChoices, "lessons" | "skills"> & { target: Target | null }

export async function loadBankChoices(viewer: Viewer, into: string | null): Promise<BankChoices> {
  if (!can(viewer, "lesson.create")) return { lessons: [], skills: [], into: null }
  const values = [viewer.userId, into]
  const { rows } = await pool().query<Row>({ name: "bank-choices", text: CHOICES, values })
  const { lessons, skills, target } = rows[0] as Row
  if (!target || !can(viewer, "lesson.edit", { isOwner: true })) return { lessons, skills, into: null }
  const { items, ...lesson } = target
  return { lessons, skills, into: { ...lesson, has: new Set(items.map(sameness)) } }
}
