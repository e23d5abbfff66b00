import "server-only"
import { allow, type Decision } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import { authoredPosts } from "@/lib/discussion/server/alias-store"
import { pool } from "@/lib/platform/database"
import {
  buildDiscussionProfile,
  type DiscussionProfile,
  type PostFacts,
} from "@/lib/results/discussion/discussion-profile"
import { type AssignmentResults, loadResults } from "@/lib/results/server/load-results"

export type AssignmentDiscussion = AssignmentResults & { profile: DiscussionProfile }

// The class is that of the viewer ($1), as in the results themselves: no posts of another one, whatever the id.
const POSTS = `
  SELECT po."publicId" AS id, ap."enrolmentId", t."promptId", p.position AS "promptPosition",
    po."parentId" IS NOT NULL AS "isReply", po.move, po.side, po.state, po.html, po."createdAt",
    coalesce((SELECT jsonb_agg(jsonb_build_object('sentenceId', ci."sentenceId", 'paragraph', rs.paragraph,
        'ordinal', rs.ordinal, 'quote', ci.quote) ORDER BY ci.position)
      FROM "Citation" ci JOIN "RevisionSentence" rs
        ON rs."revisionId" = ci."revisionId" AND rs."sentenceId" = ci."sentenceId"
      WHERE ci."postId" = po.id), '[]') AS citations
  FROM ${authoredPosts("$2")} ap
  JOIN "Post" po ON po.id = ap."postId" AND po.state <> 'deleted'
  JOIN "Thread" t ON t.id = po."threadId" AND t."assignmentId" = $2
  JOIN "Prompt" p ON p.id = t."promptId"
  JOIN "Assignment" a ON a.id = t."assignmentId"
  JOIN "Enrolment" me ON me."classId" = a."classId" AND me."userId" = $1 AND me.state = 'active' AND me."leftAt" IS NULL
  JOIN "Enrolment" e ON e.id = ap."enrolmentId" AND e.role = 'student'
  ORDER BY p.position, po.seq`

/**
 * Who wrote what, for staff of the class. Which posts are whose is shown to those who may see the names; to others the
 * counts alone.
 */
export async function loadDiscussionProfile(
  viewer: Viewer,
  assignmentId: string,
): Promise<Decision<AssignmentDiscussion>> {
  const results = await loadResults(viewer, assignmentId)
  if (!results.ok) return results
  const { grid, may } = results.value
  const posts = may.seeNames
    ? (
        await pool().query<PostFacts>({
          name: "results-posts",
          text: POSTS,
          values: [viewer.userId, assignmentId],
        })
      ).rows
    : []
  const students = grid.rows.map((row) => row.student)
  return allow({ ...results.value, profile: buildDiscussionProfile(students, posts, viewer.school.locale) })
}
