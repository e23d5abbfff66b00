import "server-only"
import type { Argument } from "@/lib/discussion/posts/decide-argument"
import { citedRows } from "@/lib/discussion/server/cites"
import type { EditPlace } from "@/lib/discussion/server/load-edit-place"
import type { Transaction } from "@/lib/platform/database"

/** What a post leans on, in place of what it leant on. The caller has locked the post by changing it. */
export async function keepArgument(tx: Transaction, place: EditPlace, argument: Argument): Promise<void> {
  const { postId, revisionId, found, foundPosts } = place
  const quotes = new Map((found ?? []).map(({ sentenceId, quote }) => [sentenceId, quote]))
  const where = { postId }
  await tx.citation.deleteMany({ where })
  await tx.postCitation.deleteMany({ where })
  await tx.sourceCitation.deleteMany({ where })
  await tx.citation.createMany({
    data: argument.sentenceIds.map((sentenceId, at) => {
      return { postId, position: at + 1, revisionId, sentenceId, quote: quotes.get(sentenceId) ?? "" }
    }),
  })
  await tx.postCitation.createMany({
    data: citedRows(argument.postIds, foundPosts).map((citedPostId, at) => {
      return { postId, position: at + 1, citedPostId }
    }),
  })
  await tx.sourceCitation.createMany({
    data: argument.sources.map((source, at) => ({ postId, position: at + 1, ...source })),
  })
}
