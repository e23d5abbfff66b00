import "server-only"
import { validate } from "uuid"
import { can } from "@/lib/access/permissions"
import type { Viewer } from "@/lib/access/viewer"
import type { LessonParts, PartItem } from "@/lib/lesson/exchange/lesson-parts"
import { pool } from "@/lib/platform/database"
import type { AuthoredItem } from "@/lib/quiz/authored-item"
import { type KeyContent, openKey } from "@/lib/quiz/item-key"
import { heldKey, newestKey } from "@/lib/quiz/server/key-store"

/** Everything of a lesson's newest version, for those who may copy it. */
export type StoredLesson = { lessonId: string; slug: string; parts: LessonParts }

type ItemRow = Omit<AuthoredItem, "key" | "feedback" | "explanation"> & {
  pool: PartItem["pool"]
  held: KeyContent | null
}
type Row = Omit<LessonParts, "items"> & {
  lessonId: string
  slug: string
  isOwner: boolean
  isShared: boolean
  items: ItemRow[]
}

const list = (what: string, from: string): string => `COALESCE((SELECT json_agg(${what}) FROM ${from}), '[]')`

const READING = `json_build_object('title', r.title, 'author', r.author, 'source', r.source, 'sourceUrl', r."sourceUrl",
  'publishedOn', r."publishedOn", 'language', r.language, 'kind', r.kind, 'deck', r.deck, 'rightsNote', r."rightsNote",
  'tasks', r.tasks, 'sentences', ${list(
    `json_build_object('id', s."sentenceId", 'paragraph', s.paragraph, 'ordinal', s.ordinal, 'text', s.text)
     ORDER BY s.paragraph, s.ordinal`,
    `"RevisionSentence" s WHERE s."revisionId" = r.id`,
  )})`

const ITEMS = list(
  `json_build_object('itemId', iv."itemId", 'type', iv.type, 'level', iv.level, 'title', iv.title, 'prompt', iv.prompt,
     'hint', iv.hint, 'points', iv.points, 'skills', iv.skills, 'content', iv.content, 'held', ${newestKey("iv.id")},
     'pool', CASE WHEN p.id IS NULL THEN NULL ELSE json_build_object('name', p.name, 'draw', p.draw) END)
   ORDER BY i.position`,
  `"LessonVersionItem" i JOIN "ItemVersion" iv ON iv.id = i."itemVersionId" LEFT JOIN "ItemPool" p ON p.id = i."poolId"
   WHERE i."lessonVersionId" = v.id`,
)

const LESSONS = `
  SELECT l.id AS "lessonId", l.slug, l."ownerId" = $1 AS "isOwner", l.shared AS "isShared", v.title, v."stanceStatement",
         v."packetFor", v."packetAgainst", ${READING} AS reading, ${ITEMS} AS items,
         ${list(`json_build_object('text', t.text, 'hasSides', t."hasSides") ORDER BY t.position`, `"Prompt" t WHERE t."lessonVersionId" = v.id`)} AS prompts,
         ${list(
           `json_build_object('term', g.term, 'forms', g.forms, 'partOfSpeech', g."partOfSpeech",
                              'definition', g.definition) ORDER BY g.position`,
           `"GlossaryTerm" g WHERE g."lessonVersionId" = v.id`,
         )} AS glossary,
         ${list(
           `json_build_object('sentenceId', b."sentenceId", 'body', b.body, 'writtenOn', b."writtenOn")
            ORDER BY b.position`,
           `"BackgroundNote" b WHERE b."lessonVersionId" = v.id`,
         )} AS background
  FROM "Lesson" l
  JOIN LATERAL (SELECT * FROM "LessonVersion" x WHERE x."lessonId" = l.id ORDER BY x.number DESC LIMIT 1) v ON true
  JOIN "ReadingRevision" r ON r.id = v."revisionId"
  WHERE (l."ownerId" = $1 OR l.shared)`

/** By its id or slug; null where there is none that the viewer may take away. One trip. */
export async function findLessonParts(viewer: Viewer, lesson: string): Promise<StoredLesson | null> {
  const named = validate(lesson) ? "l.id = $2::uuid" : "l.slug = $2"
  const { rows } = await pool().query<Row>(`${LESSONS} AND ${named}`, [viewer.userId, lesson])
  return storedFor(viewer, rows)[0] ?? null
}

/** How many lessons of one title are looked at. */
const MOST_ALIKE = 5

/** The newest lessons with this title in what the viewer sees as the library. One trip. */
export async function findPartsByTitle(viewer: Viewer, title: string): Promise<StoredLesson[]> {
  const { rows } = await pool().query<Row>(
    `${LESSONS} AND v.title = $2 AND l."archivedAt" IS NULL ORDER BY l."createdAt" DESC LIMIT ${MOST_ALIKE}`,
    [viewer.userId, title],
  )
  return storedFor(viewer, rows)
}

const storedFor = (viewer: Viewer, rows: readonly Row[]): StoredLesson[] =>
  rows
    .filter(({ isOwner, isShared }) => can(viewer, "lesson.copy", { isOwner, isShared }))
    .map(({ lessonId, slug, isOwner: _, isShared: __, items, ...words }) => {
      return { lessonId, slug, parts: { ...words, items: items.map(partOf) } }
    })

function partOf({ pool: drawn, held, ...item }: ItemRow): PartItem {
  const { key = null, feedback = {}, explanation = null } = held ? openKey(heldKey(held), "authoring") : {}
  return { pool: drawn, item: { ...item, key, feedback, explanation } }
}
