import type { AuthorView } from "@/lib/discussion/thread/thread-view"
import type { NoticeKind } from "./notice-kinds"

/** One thing a person is told, as they may know it. The words of the post are not among it. */
export type NoticeView = {
  id: string
  kind: NoticeKind
  author: AuthorView
  assignmentTitle: string
  className: string
  /** The question's number, from 1, and its words. */
  promptPosition: number
  promptText: string
  /** Milliseconds since 1970. */
  at: number
  isNew: boolean
}

/** Where the post of a notice stands. */
export type NoticePlace = { assignmentId: string; promptId: string; postId: string }

/** What a page is told while it is open: how many are new, the newest of them, and whether to keep still. */
export type NoticePulse = {
  unread: number
  newest: { id: string; kind: NoticeKind } | null
  isQuiet: boolean
}
