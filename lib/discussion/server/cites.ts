import "server-only"
import type { CitedDraft } from "@/lib/discussion/posts/decide-citations"
import type { Cites } from "@/lib/discussion/server/load-posting-place"
import type { SourceView } from "@/lib/discussion/thread/thread-view"

type Asked = { sentenceIds: readonly string[]; postIds?: readonly string[]; sources?: readonly SourceView[] }

/** What a request cites, each sentence and each post once. */
export const citesOf = ({ sentenceIds, postIds = [] }: Asked): Cites => ({
  sentenceIds: [...new Set(sentenceIds)],
  postIds: [...new Set(postIds)],
})

/** What the rules ask about what a request cites. */
export const citedDraft = (asked: Asked): CitedDraft => {
  const { sentenceIds, postIds } = citesOf(asked)
  return { citedCount: sentenceIds.length, citedPostCount: postIds.length, sources: asked.sources ?? [] }
}

/** The rows of cited posts, in the order their citer chose. */
export function citedRows(
  postIds: readonly string[],
  found: readonly { id: string; publicId: string }[] | null,
) {
  const rows = new Map((found ?? []).map((post) => [post.publicId, post.id]))
  return postIds.flatMap((publicId) => rows.get(publicId) ?? [])
}
