import "server-only"
import { can } from "@/lib/access/permissions"
import type { Viewer } from "@/lib/access/viewer"
import { authorView, type KnownAuthor } from "@/lib/discussion/names/author-name"
import { namesShown } from "@/lib/discussion/names/names-shown"
import { hasPostedIn, knownAuthor } from "@/lib/discussion/server/alias-store"
import {
  factsOf,
  ownPostIsOver,
  PLACE_COLUMNS,
  type Place,
  READS_THREAD,
  THROUGH_CLASS,
} from "@/lib/discussion/server/place"
import type { FrozenSummary } from "@/lib/discussion/server/stance-store"
import type { CauseView, ClassShift } from "@/lib/discussion/stance/class-shift"
import { type CauseCount, directions } from "@/lib/discussion/stance/summarise-moved"
import { excerptAround } from "@/lib/discussion/thread/find-words"
import type { CitationView, FoundPost } from "@/lib/discussion/thread/thread-view"
import { pool } from "@/lib/platform/database"

// A post in a thread that has not opened to the reader is not there at all; one that is hidden or gone has no words.
const CAUSES = `
  SELECT ${PLACE_COLUMNS}, (
    SELECT json_agg(json_build_object('sentenceId', rs."sentenceId", 'paragraph', rs.paragraph,
                                      'ordinal', rs.ordinal, 'quote', rs.text))
    FROM "RevisionSentence" rs
    WHERE rs."revisionId" = lv."revisionId" AND rs."sentenceId" = ANY($3::uuid[])) AS sentences, (
    SELECT json_agg(json_build_object('rowId', po.id, 'post', CASE WHEN po.state = 'visible' THEN json_build_object(
      'id', po."publicId", 'promptId', p.id, 'promptPosition', p.position,
      'group', (SELECT g.name FROM "Group" g WHERE g.id = t."groupId"), 'body', po.body,
      'createdAt', (extract(epoch FROM po."createdAt") * 1000)::float8,
      'author', ${knownAuthor(`po."aliasId"`, "e.id")}) END))
    FROM "Post" po
    JOIN "Thread" t ON t.id = po."threadId" AND t."assignmentId" = a.id AND ${READS_THREAD}
    JOIN "Prompt" p ON p.id = t."promptId"
    WHERE po.id = ANY($4::uuid[]) AND (${hasPostedIn("t.id", "e.id")} OR ${ownPostIsOver("$5")} OR e.role <> 'student')) AS posts
  FROM ${THROUGH_CLASS}
  WHERE a.id = $2`

type KnownPost = Omit<FoundPost, "author" | "excerpt"> & { author: KnownAuthor; body: string }
type Row = Place & {
  sentences: CitationView[] | null
  posts: { rowId: string; post: KnownPost | null }[] | null
}

/** The summaries of a class with the words of what moved people, as far as this viewer may read them. One trip or none. */
export async function loadCauses(
  viewer: Viewer,
  { assignmentId, summaries }: { assignmentId: string; summaries: readonly FrozenSummary[] },
  now: Date,
): Promise<ClassShift[]> {
  const all = summaries.flatMap(({ summary: { moved } }) => directions.flatMap((way) => moved?.[way] ?? []))
  const row = all.length > 0 ? await loadRow(viewer, { assignmentId, causes: all }, now) : undefined
  const viewOf = (causes: readonly CauseCount[]) => causes.flatMap((cause) => causeView(viewer, row, cause))
  return summaries.map(({ from, to, summary: { moved, ...summary } }) => ({
    from,
    to,
    summary,
    moved: moved ? { toward: viewOf(moved.toward), away: viewOf(moved.away) } : null,
  }))
}

type Asked = { assignmentId: string; causes: readonly CauseCount[] }

async function loadRow(viewer: Viewer, { assignmentId, causes }: Asked, now: Date) {
  const ids = (kind: CauseCount["kind"]) => causes.filter((cause) => cause.kind === kind).map(({ id }) => id)
  const values = [viewer.userId, assignmentId, ids("sentence"), ids("post"), now]
  return (await pool().query<Row>({ name: "stance-causes", text: CAUSES, values })).rows[0]
}

function causeView(viewer: Viewer, row: Row | undefined, { kind, id, people }: CauseCount): CauseView[] {
  if (kind === "sentence") {
    const sentence = row?.sentences?.find((one) => one.sentenceId === id)
    return sentence ? [{ kind, people, sentence }] : []
  }
  const found = row?.posts?.find((one) => one.rowId === id)
  if (!row || !found) return []
  return [{ kind, people, post: found.post && postView(viewer, row, found.post) }]
}

function postView(viewer: Viewer, row: Row, { body, author, ...post }: KnownPost): FoundPost {
  const shown = namesShown(row.postNames, can(viewer, "alias.reveal", factsOf(row)))
  return { ...post, author: authorView(author, shown), excerpt: excerptAround(body, []) }
}
