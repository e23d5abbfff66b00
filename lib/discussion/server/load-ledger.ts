import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { LedgerInput } from "@/lib/discussion/input"
import type { LedgerLine } from "@/lib/discussion/moderation/moderation-act"
import { authorView, type KnownAuthor } from "@/lib/discussion/names/author-name"
import { namesShown, type PostNames } from "@/lib/discussion/names/names-shown"
import { knownAuthor } from "@/lib/discussion/server/alias-store"
import { appealOf, ruleParts } from "@/lib/discussion/server/ledger-store"
import { pool } from "@/lib/platform/database"

/** Older lines are found by narrowing to an assignment or a kind. */
export const MOST_LINES = 200

// What is private and was opened stands before teachers only.
const LEDGER = `
  SELECT e.role AS "classRole", (
    SELECT json_agg(json_build_object('id', a.id, 'title', lv.title) ORDER BY a."opensAt" DESC, a.id)
    FROM "Assignment" a JOIN "LessonVersion" lv ON lv.id = a."lessonVersionId"
    WHERE a."classId" = c.id) AS assignments, (
    SELECT json_agg(newest.line) FROM (
      SELECT json_build_object('id', act.id, 'kind', act.kind, 'at', (extract(epoch FROM act.at) * 1000)::float8,
        'by', u."displayName", 'reason', act.reason, 'untoldFor', act."untoldFor", ${ruleParts("act")},
        'assignment', CASE WHEN a.id IS NOT NULL THEN json_build_object('id', a.id, 'title', lv.title) END,
        'prompt', CASE WHEN p.id IS NOT NULL THEN json_build_object('id', p.id, 'position', p.position) END,
        'post', CASE WHEN po.id IS NOT NULL THEN json_build_object('id', po."publicId",
          'author', ${knownAuthor(`po."aliasId"`, "e.id")}) END,
        'postNames', a."postNames",
        'isUndone', EXISTS (SELECT 1 FROM "ModerationAct" undoing WHERE undoing."undoesId" = act.id),
        'appeal', ${appealOf("act")}) AS line
      FROM "ModerationAct" act
      LEFT JOIN "User" u ON u.id = act."actorId"
      LEFT JOIN "Assignment" a ON a.id = act."assignmentId"
      LEFT JOIN "LessonVersion" lv ON lv.id = a."lessonVersionId"
      LEFT JOIN "Prompt" p ON p.id = act."promptId"
      LEFT JOIN "Post" po ON po.id = act."postId"
      WHERE act."classId" = c.id AND ($3::uuid IS NULL OR act."assignmentId" = $3)
        AND ($4::text IS NULL OR act.kind::text = $4) AND (act.kind <> 'private_opened' OR e.role = 'teacher')
      ORDER BY act.at DESC, act.id DESC LIMIT ${MOST_LINES + 1}) newest) AS lines
  FROM "Class" c
  JOIN "Enrolment" e ON e."classId" = c.id AND e."userId" = $1 AND e.state = 'active' AND e."leftAt" IS NULL
  WHERE c.id = $2`

type KnownLine = Omit<LedgerLine, "post"> & {
  post: { id: string; author: KnownAuthor } | null
  postNames: PostNames | null
}
type Row = {
  classRole: "student" | "assistant" | "teacher"
  assignments: { id: string; title: string }[] | null
  lines: KnownLine[] | null
}

export type Ledger = {
  lines: LedgerLine[]
  /** There are older ones. */
  isMore: boolean
  assignments: { id: string; title: string }[]
  /** This viewer answers appeals. */
  mayDecide: boolean
}

/** What staff did to keep a class's discussions decent, newest first, for staff of the class. One trip. */
export async function loadLedger(viewer: Viewer, input: LedgerInput): Promise<Decision<Ledger>> {
  const values = [viewer.userId, input.classId, input.assignmentId, input.kind]
  const row = (await pool().query<Row>({ name: "ledger", text: LEDGER, values })).rows[0]
  const facts = { classRole: row?.classRole ?? null }
  if (!row || !can(viewer, "ledger.see", facts)) return refuse("missing", "discussion.noSuchClass")
  const lines = row.lines ?? []
  const mayReveal = can(viewer, "alias.reveal", facts)
  return allow({
    lines: lines.slice(0, MOST_LINES).map(({ post, postNames, ...line }) => ({
      ...line,
      post: post && {
        id: post.id,
        author: authorView(post.author, namesShown(postNames ?? "pseudonyms", mayReveal)),
      },
    })),
    isMore: lines.length > MOST_LINES,
    assignments: row.assignments ?? [],
    mayDecide: can(viewer, "postAppeal.decide", facts),
  })
}
