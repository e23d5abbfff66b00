import type { OwnActView } from "@/lib/discussion/moderation/moderation-act"
import type { OwnPostView, PostState } from "@/lib/discussion/thread/thread-view"
import { editUntil, undoUntil } from "./decide-own-post"

/** What is known of an author's own post. `deletedAt` in milliseconds since 1970. */
export type KnownOwnPost = {
  body: string | null
  deletedAt: number | null
  hiddenFor: string | null
  returnedFor: string | null
  isWaiting: boolean
  isAnswered: boolean
  act: OwnActView | null
}

type About = { state: PostState; createdAt: number; mayPost: boolean; now: Date }

/** What the author may still do with their post, as the rules in decide-own-post would answer now. */
export function ownPostView(own: KnownOwnPost, { state, createdAt, mayPost, now }: About): OwnPostView {
  const isShown = mayPost && state === "visible"
  const edit = editUntil(new Date(createdAt))
  const undo = own.deletedAt === null ? null : undoUntil(new Date(own.deletedAt))
  const mayEdit = isShown && now < edit
  return {
    body: mayEdit ? own.body : null,
    editUntil: mayEdit ? edit.getTime() : null,
    mayRearrange: mayEdit && !own.isAnswered,
    mayTakeBack: isShown,
    undoUntil: mayPost && undo && now < undo ? undo.getTime() : null,
    hiddenFor: own.hiddenFor,
    returnedFor: own.returnedFor,
    isWaiting: own.isWaiting,
    act: own.act,
  }
}
