import type { AuthorView, PostState } from "@/lib/discussion/thread/thread-view"

/** A post that was reported or is hidden, as staff of the class see it. Times in milliseconds since 1970. */
export type ModeratedPost = {
  id: string
  promptId: string
  promptPosition: number
  /** The name of the group in whose thread it stands; null for that of the class. */
  group: string | null
  state: PostState
  html: string
  /** What it says that the post it answers says; null for nothing, and where that is all it says. */
  restatedHtml: string | null
  /** What its author said they meant, of restatements of it. */
  meantHtml: string[]
  createdAt: number
  isEdited: boolean
  author: AuthorView
  /** Reports that nobody has answered. By whom stays unsaid: staff may be reported too. */
  reports: { reason: string; at: number }[]
  /** Why it is hidden now. `by` is null where that person was erased. */
  hiding: { reason: string; at: number; by: string | null } | null
}

/** What a post, or its restatement, said before. `writtenAt` in milliseconds since 1970. */
export type FormerWords = { number: number; body: string; isRestatement: boolean; writtenAt: number }
