import type { ActionResult } from "@/components/ui/action-form"
import type { FormerWords } from "@/lib/discussion/moderation/moderated-post"

type Act<T = unknown> = (input: unknown) => Promise<ActionResult<T>>

/** What can be done with a post that stands. Each takes `{postId}`, and brings the page again where it changed it. */
export type PostActions = {
  /** With `body`. */
  edit: Act
  takeBack: Act
  putBack: Act
  /** With `reason`, as hiding. */
  report: Act
  hide: Act
  giveBack: Act
  /** With `body`, of one that was given back. */
  resend: Act
  /** With `words`. */
  appeal: Act
  /** With `reason`, which the student reads. */
  openName: Act
  loadHistory: Act<FormerWords[]>
} & RestatingActions

/** What can be done with what a post restates; each takes the `number` of the wording that was read. */
export type RestatingActions = {
  /** With `answer`, and `meant` where it is not quite that. */
  answerRestatement: Act
  /** With `words`. */
  rewordRestatement: Act
  /** With `ruling`. */
  settleRestatement: Act
}

/** An act beneath a post: small, quiet, large enough for a finger. */
export const postActStyle =
  "-ms-2 inline-flex min-h-7 items-center rounded-corner px-2 font-medium text-13 text-ink-3 hover:bg-accent-wash hover:text-accent pointer-coarse:min-h-11 print:hidden"
