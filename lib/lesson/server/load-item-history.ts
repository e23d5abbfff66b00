import "server-only"
import { validate } from "uuid"
import { can } from "@/lib/access/permissions"
import type { Viewer } from "@/lib/access/viewer"
import { pool } from "@/lib/platform/database"
import { type AuthoredItem, isKeyed } from "@/lib/quiz/authored-item"
import { type KeyContent, openKey } from "@/lib/quiz/item-key"
import { heldKey, newestKey } from "@/lib/quiz/server/key-store"

export type ItemVersionView = {
  itemVersionId: string
  number: number
  createdAt: Date
  /** Null: it has no key. */
  keyRevision: number | null
  /** Numbers of the lesson's versions it stands in. */
  lessonVersions: number[]
  /** Classes that have it: by name those the viewer teaches; null where somebody else does. */
  classNames: (string | null)[]
  /** In the newest version of the lesson. */
  stands: boolean
  item: AuthoredItem
}

export type ItemHistory = {
  /** Newest first. */
  versions: ItemVersionView[]
  /** Where it was taken from, if the viewer may see that lesson. */
  takenFrom: { lessonId: string; itemId: string; title: string } | null
}

// A class is named only to those who teach it.
const HISTORY = `
  SELECT iv."itemId", iv.id AS "itemVersionId", iv.number, iv."createdAt", iv.type, iv.level, iv.title, iv.prompt, iv.hint,
         iv.points, iv.skills, iv.content, l."ownerId" = $1 AS "isOwn", l.shared, ${newestKey("iv.id")} AS held,
         ARRAY(SELECT lv.number FROM "LessonVersionItem" li JOIN "LessonVersion" lv ON lv.id = li."lessonVersionId"
               WHERE li."itemVersionId" = iv.id ORDER BY lv.number) AS "lessonVersions",
         (SELECT max(lv.number) FROM "LessonVersion" lv WHERE lv."lessonId" = l.id) AS newest,
         coalesce((SELECT json_agg(CASE WHEN e.id IS NOT NULL THEN c.name END ORDER BY c.name)
           FROM "LessonVersionItem" li
           JOIN "Assignment" a ON a."lessonVersionId" = li."lessonVersionId"
           JOIN "Class" c ON c.id = a."classId"
           LEFT JOIN "Enrolment" e ON e."classId" = c.id AND e."userId" = $1 AND e.role = 'teacher'
                AND e.state = 'active' AND e."leftAt" IS NULL
           WHERE li."itemVersionId" = iv.id), '[]') AS "classNames",
         (SELECT json_build_object('lessonId', sl.id, 'itemId', si.id, 'title', (
             SELECT sv.title FROM "LessonVersion" sv WHERE sv."lessonId" = sl.id ORDER BY sv.number DESC LIMIT 1))
          FROM "Item" si JOIN "Lesson" sl ON sl.id = si."lessonId"
          WHERE si.id = i."takenFromId" AND (sl."ownerId" = $1 OR sl.shared)) AS "takenFrom"
  FROM "Lesson" l
  JOIN "Item" i ON i."lessonId" = l.id
  JOIN "ItemVersion" iv ON iv."itemId" = i.id
  WHERE l.id = $2 AND i.id = $3 AND (l."ownerId" = $1 OR l.shared)
  ORDER BY iv.number DESC`

type Row = Omit<AuthoredItem, "itemId" | "key" | "feedback" | "explanation"> &
  Omit<ItemVersionView, "item" | "keyRevision" | "stands"> & {
    itemId: string
    isOwn: boolean
    shared: boolean
    held: KeyContent | null
    newest: number
    takenFrom: ItemHistory["takenFrom"]
  }

/** Every version of a lesson's item with its key, for those who may see the lesson. Null: no such item for this viewer. */
export async function loadItemHistory(
  viewer: Viewer,
  { lessonId, itemId }: { lessonId: string; itemId: string },
): Promise<ItemHistory | null> {
  if (!validate(lessonId) || !validate(itemId)) return null
  const values = [viewer.userId, lessonId, itemId]
  const { rows } = await pool().query<Row>({ name: "item-history", text: HISTORY, values })
  const [first] = rows
  if (!first || !can(viewer, "lesson.see", { isOwner: first.isOwn, isShared: first.shared })) return null
  return { versions: rows.map(viewOf), takenFrom: first.takenFrom }
}

function viewOf(row: Row): ItemVersionView {
  const { itemVersionId, number, createdAt, lessonVersions, classNames, newest } = row
  const { itemId, type, level, title, prompt, hint, points, skills, content } = row
  const open = row.held && isKeyed(level) ? openKey(heldKey(row.held), "authoring") : null
  const said = {
    key: open?.key ?? null,
    feedback: open?.feedback ?? {},
    explanation: open?.explanation ?? null,
  }
  return {
    itemVersionId,
    number,
    createdAt,
    keyRevision: open?.keyRevision ?? null,
    lessonVersions,
    classNames,
    stands: lessonVersions.includes(newest),
    item: { itemId, type, level, title, prompt, hint, points, skills, content, ...said },
  }
}
