import "server-only"
import { validate } from "uuid"
import type { SchoolRole, Viewer } from "@/lib/access/viewer"
import type { KnownAuthor } from "@/lib/discussion/names/author-name"
import type { Move, Side } from "@/lib/discussion/posts/moves"
import type { KnownWording } from "@/lib/discussion/restating/decide-restating"
import { knownAuthor } from "@/lib/discussion/server/alias-store"
import { sourcesCited } from "@/lib/discussion/server/citation-store"
import { hasStood, shownState } from "@/lib/discussion/server/held-store"
import { wordingsOf } from "@/lib/discussion/server/restating-store"
import type { SourceView } from "@/lib/discussion/thread/thread-view"
import { pool } from "@/lib/platform/database"
import type { ItemKey, KeyContent } from "@/lib/quiz/item-key"
import { heldKey, newestKey } from "@/lib/quiz/server/key-store"

/** A class to be taken away, as far as `reader` may know of it. */
export type ClassRow = {
  classId: string
  publicId: string
  name: string
  createdAt: Date
  archivedAt: Date | null
  classRole: "student" | "assistant" | "teacher"
  people: {
    displayName: string
    userName: string
    email: string | null
    role: "student" | "assistant" | "teacher"
    joinedAt: string
    leftAt: string | null
  }[]
  /** In the order in which they opened. */
  assignments: { assignmentId: string; title: string }[]
}

// Whoever waits to be let in is not in the class yet.
const CLASS = `
  SELECT c.id AS "classId", c."publicId", c.name, c."createdAt", c."archivedAt", me.role AS "classRole",
    (SELECT coalesce(jsonb_agg(jsonb_build_object('displayName', u."displayName", 'userName', u."userName",
        'email', u.email, 'role', e.role, 'joinedAt', e."createdAt", 'leftAt', e."leftAt")
        ORDER BY e.role DESC, u."displayName", u."userName"), '[]')
      FROM "Enrolment" e JOIN "User" u ON u.id = e."userId" WHERE e."classId" = c.id AND e.state = 'active') AS people,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('assignmentId', a.id, 'title', v.title) ORDER BY a."opensAt", a.id), '[]')
      FROM "Assignment" a JOIN "LessonVersion" v ON v.id = a."lessonVersionId" WHERE a."classId" = c.id) AS assignments
  FROM "Class" c
  JOIN "Enrolment" me ON me."classId" = c.id AND me."userId" = $1 AND me.state = 'active' AND me."leftAt" IS NULL
  WHERE CASE WHEN $3 THEN c.id::text = $2 ELSE c."publicId" = $2 END`

/** By its id in addresses or its own. Null: no such class, or not one of this user. */
export async function loadClassRow(userId: string, reference: string): Promise<ClassRow | null> {
  const values = [userId, reference.toLowerCase(), validate(reference)]
  return (await pool().query<ClassRow>({ name: "export-class", text: CLASS, values })).rows[0] ?? null
}

const TEACHER = `
  SELECT u.id AS "userId", u.role, u."displayName", u."userName", u."mustChangePassword", u.demonstration,
    s.name, s."timeZone", s.locale
  FROM "Class" c
  JOIN "Enrolment" e ON e."classId" = c.id AND e.role = 'teacher' AND e.state = 'active' AND e."leftAt" IS NULL
  JOIN "User" u ON u.id = e."userId" AND u.role IN ('teacher', 'administrator')
  CROSS JOIN "School" s
  WHERE CASE WHEN $2 THEN c.id::text = $1 ELSE c."publicId" = $1 END
  ORDER BY e."createdAt", e.id LIMIT 1`

type TeacherRow = Omit<Viewer, "school" | "sessionId"> & Viewer["school"]

/** The first teacher of a class, for a command that acts for them; null where it has none, or is none. */
export async function findClassTeacher(reference: string): Promise<Viewer | null> {
  const values = [reference.toLowerCase(), validate(reference)]
  const row = (await pool().query<TeacherRow>(TEACHER, values)).rows[0]
  if (!row) return null
  const { name, timeZone, locale, ...person } = row
  return {
    ...person,
    role: person.role as SchoolRole,
    // The operator stands above a password that waits to be changed.
    mustChangePassword: false,
    sessionId: "command line",
    school: { name, timeZone, locale },
  }
}

/** What of an assignment only a whole export needs. */
export type AssignmentMatter = {
  prompts: { position: number; text: string }[]
  glossary: { term: string; definition: string }[]
  background: { body: string; writtenOn: string }[]
  /** Questions and notes, in the author's order. */
  items: MatterItem[]
  posts: PostRow[]
  scorings: ScoringRow[]
}

export type MatterItem = {
  type: string
  level: string
  title: string | null
  prompt: string
  points: number
  content: unknown
  key: ItemKey | null
}

export type PostRow = {
  threadId: string
  position: number
  prompt: string
  group: string | null
  seq: number
  parentSeq: number | null
  author: KnownAuthor
  move: Move
  side: Side | null
  state: "visible" | "hidden" | "deleted"
  body: string
  createdAt: string
  editedAt: string | null
  citations: { paragraph: number; ordinal: number; quote: string }[]
  /** Null where this post or the one it answers is gone. */
  wordings: KnownWording[] | null
  /** Numbers, within the thread, of the posts it cites that the class can read. */
  citedSeqs: number[]
  sources: SourceView[]
}

export type ScoringRow = {
  enrolmentId: string
  attempt: number
  itemId: string
  numerator: number | null
  denominator: number | null
  source: string
  by: string | null
  reason: string | null
  comment: string | null
  at: string
}

const MATTER = `
  SELECT
    (SELECT coalesce(jsonb_agg(jsonb_build_object('position', p.position, 'text', p.text) ORDER BY p.position), '[]')
      FROM "Prompt" p WHERE p."lessonVersionId" = a."lessonVersionId") AS prompts,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('term', g.term, 'definition', g.definition) ORDER BY g.position), '[]')
      FROM "GlossaryTerm" g WHERE g."lessonVersionId" = a."lessonVersionId") AS glossary,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('body', b.body, 'writtenOn', b."writtenOn") ORDER BY b.position), '[]')
      FROM "BackgroundNote" b WHERE b."lessonVersionId" = a."lessonVersionId") AS background,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('type', v.type, 'level', v.level, 'title', v.title, 'prompt', v.prompt,
        'points', v.points, 'content', v.content, 'key', ${newestKey("v.id")}) ORDER BY x.position), '[]')
      FROM "LessonVersionItem" x JOIN "ItemVersion" v ON v.id = x."itemVersionId"
      WHERE x."lessonVersionId" = a."lessonVersionId") AS items,
    (SELECT coalesce(jsonb_agg(to_jsonb(po) ORDER BY po.position, po."group" NULLS FIRST, po.seq), '[]') FROM (
      SELECT t.id AS "threadId", p.position, p.text AS prompt, gr.name AS "group", x.seq, pa.seq AS "parentSeq",
        ${knownAuthor('x."aliasId"', "NULL::uuid")} AS author, x.move, x.side, ${shownState("x")} AS state,
        CASE WHEN x.state = 'visible' THEN x.body ELSE '' END AS body, x."createdAt", x."editedAt",
        (SELECT coalesce(jsonb_agg(jsonb_build_object('paragraph', rs.paragraph, 'ordinal', rs.ordinal, 'quote', ci.quote)
            ORDER BY ci.position), '[]')
          FROM "Citation" ci JOIN "RevisionSentence" rs
            ON rs."revisionId" = ci."revisionId" AND rs."sentenceId" = ci."sentenceId"
          WHERE ci."postId" = x.id AND x.state = 'visible') AS citations,
        CASE WHEN x.state = 'visible' AND pa.state = 'visible' THEN ${wordingsOf("x.id")} END AS wordings,
        (SELECT coalesce(jsonb_agg(cp.seq ORDER BY pc.position), '[]')
          FROM "PostCitation" pc JOIN "Post" cp ON cp.id = pc."citedPostId" AND cp.state = 'visible'
          WHERE pc."postId" = x.id AND x.state = 'visible') AS "citedSeqs",
        CASE WHEN x.state = 'visible' THEN ${sourcesCited("x.id")} ELSE '[]' END AS sources
      FROM "Thread" t JOIN "Prompt" p ON p.id = t."promptId" LEFT JOIN "Group" gr ON gr.id = t."groupId"
      JOIN "Post" x ON x."threadId" = t.id LEFT JOIN "Post" pa ON pa.id = x."parentId"
      WHERE t."assignmentId" = a.id AND ${hasStood("x")}) po) AS posts,
    (SELECT coalesce(jsonb_agg(to_jsonb(sc) - 'id' ORDER BY sc.id), '[]') FROM (
      SELECT s.id, at."enrolmentId", at.number AS attempt, s."itemId", s.numerator, s.denominator, s.source,
        su."displayName" AS "by", b.reason, s.finding->'grade'->>'comment' AS comment, s."createdAt" AS at
      FROM "Attempt" at JOIN "Scoring" s ON s."attemptId" = at.id
      LEFT JOIN "User" su ON su.id = s."createdById" LEFT JOIN "ScoringBatch" b ON b.id = s."batchId"
      WHERE at."assignmentId" = a.id) sc) AS scorings
  FROM "Assignment" a
  JOIN "Enrolment" me ON me."classId" = a."classId" AND me."userId" = $1 AND me.state = 'active' AND me."leftAt" IS NULL
  WHERE a.id = $2 AND me.role = 'teacher'`

/** Of an assignment of a class that this user teaches. */
export async function loadMatter(userId: string, assignmentId: string): Promise<AssignmentMatter> {
  const { rows } = await pool().query<StoredMatter>({
    name: "export-matter",
    text: MATTER,
    values: [userId, assignmentId],
  })
  const [row] = rows
  if (!row) throw new Error(`Assignment ${assignmentId} is gone`)
  return { ...row, items: row.items.map((item) => ({ ...item, key: item.key && heldKey(item.key) })) }
}

type StoredMatter = Omit<AssignmentMatter, "items"> & {
  items: (Omit<MatterItem, "key"> & { key: KeyContent | null })[]
}
