import type { ActionResult } from "@/components/ui/action-form"
import type { CitationView, CitedPostView, SourceView } from "@/lib/discussion/thread/thread-view"

export type LoadSentences = (input: unknown) => Promise<ActionResult<CitationView[]>>
export type LoadPosts = (input: unknown) => Promise<ActionResult<CitedPostView[]>>

/** What a post leans on, as its writer has chosen it. */
export type Cited = { citations: CitationView[]; citedPosts: CitedPostView[]; sources: SourceView[] }

export const countCited = ({ citations, citedPosts, sources }: Cited): number =>
  citations.length + citedPosts.length + sources.length

/** What a request says of them. */
export const citedInput = ({ citations, citedPosts, sources }: Cited) => ({
  sentenceIds: citations.map((sentence) => sentence.sentenceId),
  postIds: citedPosts.map((post) => post.id),
  sources,
})
