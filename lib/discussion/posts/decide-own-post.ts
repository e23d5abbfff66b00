import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { StoredState } from "@/lib/discussion/thread/thread-view"
import { decideBody, decideOpen, type OpenFacts } from "./decide-post"

/** How long the words of a post may be changed after it was posted: long enough for slips, too short to argue anew. */
export const EDIT_MINUTES = 15
/** How long a post that was taken back can be put back. */
export const UNDO_MINUTES = 15

const after = (at: Date, minutes: number): Date => new Date(at.getTime() + minutes * 60_000)

/** Until when the words of a post may be changed; that instant itself is too late. */
export const editUntil = (createdAt: Date): Date => after(createdAt, EDIT_MINUTES)
/** Until when a post that was taken back can be put back; that instant itself is too late. */
export const undoUntil = (deletedAt: Date): Date => after(deletedAt, UNDO_MINUTES)

/** What is known of a post and of whoever wants to change it. */
export type OwnPostFacts = OpenFacts & {
  isOwn: boolean
  state: StoredState
  createdAt: Date
  deletedAt: Date | null
  body: string
}

/** "nothing": it is so already, as after a second press. */
export type Change = "change" | "nothing"

/** May these words take the place of the post's own? Move, side and cited sentences stay: answers lean on them. */
export function decideEdit(facts: OwnPostFacts, body: string, now: Date): Decision<{ body: string } | null> {
  const own = decideOwn(facts, now)
  if (!own.ok) return own
  if (facts.state !== "visible" && facts.state !== "held") return refuse("conflict", "discussion.postGone")
  const words = decideBody(body)
  if (!words.ok) return words
  if (words.value === facts.body) return allow(null)
  // Nobody has answered what still waits.
  if (facts.state === "visible" && now >= editUntil(facts.createdAt))
    return refuse("conflict", "discussion.editTooLate", { params: { minutes: EDIT_MINUTES } })
  return allow({ body: words.value })
}

/** May its author take it back? As long as the discussion is open; what was answered keeps its answers. */
export function decideDelete(facts: OwnPostFacts, now: Date): Decision<Change> {
  const own = decideOwn(facts, now)
  if (!own.ok) return own
  if (facts.state === "hidden") return refuse("conflict", "discussion.postGone")
  return allow(facts.state === "deleted" ? "nothing" : "change")
}

/** May its author put back what they took back? */
export function decideUndo(facts: OwnPostFacts, now: Date): Decision<Change> {
  const own = decideOwn(facts, now)
  if (!own.ok) return own
  if (facts.state === "hidden") return refuse("conflict", "discussion.postGone")
  if (facts.state !== "deleted") return allow("nothing")
  if (!facts.deletedAt || now >= undoUntil(facts.deletedAt))
    return refuse("conflict", "discussion.undoTooLate", { params: { minutes: UNDO_MINUTES } })
  return allow("change")
}

/** May these words be sent in the place of those that staff gave back? As long as the discussion is open. */
export function decideResend(facts: OwnPostFacts, body: string, now: Date): Decision<{ body: string }> {
  const own = decideOwn(facts, now)
  if (!own.ok) return own
  if (facts.state !== "returned") return refuse("conflict", "discussion.notReturned")
  const words = decideBody(body)
  if (!words.ok) return words
  if (words.value === facts.body) return refuse("invalid", "discussion.resentUnchanged", { field: "body" })
  return allow({ body: words.value })
}

function decideOwn(facts: OwnPostFacts, now: Date): Decision<null> {
  if (!facts.isOwn) return refuse("forbidden", "discussion.notYours")
  return decideOpen(facts, now)
}
