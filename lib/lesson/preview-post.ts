import { v4 } from "uuid"
import type { Move, Side } from "@/lib/discussion/posts/moves"
import type { CitationView, PostView, SourceView } from "@/lib/discussion/thread/thread-view"
import { escapeHtml } from "@/lib/reading/article-html"

type Made = { sentences: readonly CitationView[]; at: number; name: string; seq: number }

type Sent = { move?: Move; side?: Side | null; body?: string; sentenceIds?: string[]; sources?: SourceView[] }

/** A post of a preview, from what the composer sends: it is shown as a student would see their own, and goes nowhere. */
export function previewPost(input: unknown, { sentences, at, name, seq }: Made): PostView {
  const { move = "claim", side = null, body = "", sentenceIds = [] } = input as Sent
  const paragraphs = body.split(/\n{2,}/).map((text) => `<p>${escapeHtml(text.trim())}</p>`)
  return {
    id: v4(),
    parentId: null,
    seq,
    author: { name, alias: null, isYou: true, isStaff: false },
    answers: null,
    move,
    side,
    state: "visible",
    html: paragraphs.join(""),
    createdAt: at,
    citations: sentences.filter(({ sentenceId }) => sentenceIds.includes(sentenceId)),
    citedPosts: [],
    sources: (input as Sent).sources ?? [],
    isNew: false,
    isEdited: false,
    isReported: false,
    own: null,
    restating: null,
  }
}
