import "server-only"
import { can } from "@/lib/access/permissions"
import type { Viewer } from "@/lib/access/viewer"
import type { BankQuery } from "@/lib/lesson/bank-query"
import { pool } from "@/lib/platform/database"
import { type AuthoredItem, isKeyed } from "@/lib/quiz/authored-item"
import { type KeyContent, openKey } from "@/lib/quiz/item-key"
import { heldKey, newestKey } from "@/lib/quiz/server/key-store"

/** An item as the bank shows it: with its key, to those who may see its lesson. */
export type BankItem = {
  itemId: string
  itemVersionId: string
  lessonId: string
  lessonTitle: string
  ownerName: string
  isOwn: boolean
  item: AuthoredItem
}

/** `next`: after which item version the next page begins; null on the last. */
export type BankPage = { items: BankItem[]; next: string | null }

export const BANK_PAGE = 30

/** Lessons that are the viewer's own or shared, by their newest version. $1 is the viewer. */
export const SEEN_LESSONS = `
  SELECT l.id, l."ownerId", l.shared, v.id AS "versionId", v.title, v."editNumber"
  FROM "Lesson" l
  JOIN LATERAL (SELECT * FROM "LessonVersion" x WHERE x."lessonId" = l.id ORDER BY x.number DESC LIMIT 1) v ON true
  WHERE (l."ownerId" = $1 OR l.shared) AND l."archivedAt" IS NULL`

// Newest first: the ids of versions are in the order they were made.
const ITEMS = `
  WITH seen AS (${SEEN_LESSONS})
  SELECT iv."itemId", iv.id AS "itemVersionId", iv.type, iv.level, iv.title, iv.prompt, iv.hint, iv.points, iv.skills,
         iv.content, seen.id AS "lessonId", seen.title AS "lessonTitle", seen.shared, u."displayName" AS "ownerName",
         seen."ownerId" = $1 AS "isOwn", ${newestKey("iv.id")} AS held
  FROM seen
  JOIN "LessonVersionItem" li ON li."lessonVersionId" = seen."versionId"
  JOIN "ItemVersion" iv ON iv.id = li."itemVersionId"
  JOIN "User" u ON u.id = seen."ownerId"
  WHERE ($2::text IS NULL OR position(lower($2) IN lower(concat_ws(' ', iv.prompt, iv.title,
          jsonb_path_query_array(iv.content, 'strict $.**.text')))) > 0)
    AND ($3::text IS NULL OR iv.type = $3)
    AND ($4::text IS NULL OR iv.level::text = $4)
    AND ($5::text IS NULL OR lower($5) IN (SELECT lower(skill) FROM unnest(iv.skills) skill))
    AND ($6::uuid IS NULL OR seen.id = $6)
    AND ($7::uuid IS NULL OR iv.id < $7)
  ORDER BY iv.id DESC LIMIT ${BANK_PAGE + 1}`

type Row = Omit<AuthoredItem, "itemId" | "key" | "feedback" | "explanation"> &
  Omit<BankItem, "item"> & { shared: boolean; held: KeyContent | null }

/** Questions of lessons that the viewer may see; nothing for who does not teach. */
export async function loadBank(viewer: Viewer, query: BankQuery): Promise<BankPage> {
  if (!can(viewer, "lesson.create")) return { items: [], next: null }
  const { words, type, level, skill, lessonId, after } = query
  const values = [viewer.userId, words, type, level, skill, lessonId, after]
  const { rows } = await pool().query<Row>({ name: "bank", text: ITEMS, values })
  const seen = rows.filter(({ isOwn, shared }) =>
    can(viewer, "lesson.see", { isOwner: isOwn, isShared: shared }),
  )
  const items = seen.slice(0, BANK_PAGE).map(bankItem)
  return { items, next: seen.length > BANK_PAGE ? (items.at(-1)?.itemVersionId ?? null) : null }
}

function bankItem({
  held,
  shared: _,
  lessonId,
  lessonTitle,
  ownerName,
  isOwn,
  itemVersionId,
  ...row
}: Row): BankItem {
  const open = held && isKeyed(row.level) ? openKey(heldKey(held), "authoring") : null
  const said = {
    key: open?.key ?? null,
    feedback: open?.feedback ?? {},
    explanation: open?.explanation ?? null,
  }
  return {
    itemId: row.itemId,
    itemVersionId,
    lessonId,
    lessonTitle,
    ownerName,
    isOwn,
    item: { ...row, ...said },
  }
}
