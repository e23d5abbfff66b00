import type { OwnActView } from "@/lib/discussion/moderation/moderation-act"
import type { ReportKind } from "@/lib/discussion/moderation/rules-of-acts"
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
  /** Reports that nobody has answered, and worries that nobody has taken. By whom stays unsaid: staff may be reported too. */
  reports: ReportView[]
  /** Why it is hidden now. `by` is null where that person was erased. */
  hiding: { reason: string; at: number; by: string | null } | null
  /** The line of the ledger that hid it, and its appeal. */
  act: (OwnActView & { id: string }) | null
}

/** A report, without who made it. Times in milliseconds since 1970. */
export type ReportView = {
  kind: ReportKind
  /** Empty where the kind says it. */
  reason: string
  at: number
  /** Nobody has answered it. */
  isOpen: boolean
  /** Of a worry: since when somebody is on it, and who; null where that person was erased. */
  takenAt: number | null
  takenBy: string | null
}

/** What a post, or its restatement, said before. `writtenAt` in milliseconds since 1970. */
export type FormerWords = { number: number; body: string; isRestatement: boolean; writtenAt: number }
