"use client"

import {
  type Cited,
  citedInput,
  type LoadPosts,
  type LoadSentences,
} from "@/components/discussion/composer/citation-loads"
import { CitationPicker } from "@/components/discussion/composer/citation-picker"
import { MoveChooser } from "@/components/discussion/composer/move-chooser"
import { SideChooser } from "@/components/discussion/composer/side-chooser"
import { staysRestating } from "@/lib/discussion/posts/decide-argument"
import { type Move, openingMoves, replyMoves, type Side } from "@/lib/discussion/posts/moves"
import type { PostView } from "@/lib/discussion/thread/thread-view"

/** What changing more of a post than its words needs. */
export type Editing = {
  promptId: string
  thread?: string
  hasSides: boolean
  isStaff: boolean
  requiresRestatement: boolean
  loadSentences: LoadSentences
  loadPosts: LoadPosts
}

/** What a post says beside its words, as it is being changed. */
export type EditedArgument = Cited & { move: Move; side: Side | null }

export const argumentOf = ({ move, side, citations, citedPosts, sources }: PostView): EditedArgument => ({
  move,
  side,
  citations,
  citedPosts: citedPosts.filter((cited) => cited.author !== null),
  sources,
})

export const argumentInput = (argument: EditedArgument) => ({
  move: argument.move,
  side: argument.side,
  ...citedInput(argument),
})

type Part = {
  post: PostView
  editing: Editing
  argument: EditedArgument
  change: (part: Partial<EditedArgument>) => void
}

/** What the post does, and on which side it stands. A first post at the top says where its writer stands, and stays a claim. */
export function EditKind({ post, editing, argument, change }: Part) {
  const isReply = post.parentId !== null
  const others = isReply ? replyMoves : openingMoves(editing.isStaff || post.move !== "claim")
  const restating = { restates: post.restating !== null, requiresRestatement: editing.requiresRestatement }
  const moves = [...new Set([post.move, ...others])].filter((move) =>
    staysRestating(restating, post.move, move),
  )
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4">
      <MoveChooser moves={moves} value={argument.move} onChange={(move) => change({ move })} />
      {!isReply && editing.hasSides && (
        <SideChooser value={argument.side} onChange={(side) => change({ side })} />
      )}
    </div>
  )
}

export function EditCited({
  assignmentId,
  editing,
  argument,
  change,
}: Omit<Part, "post"> & { assignmentId: string }) {
  return (
    <CitationPicker
      at={{ assignmentId, promptId: editing.promptId, thread: editing.thread }}
      loadSentences={editing.loadSentences}
      loadPosts={editing.loadPosts}
      chosen={argument}
      onChange={change}
    />
  )
}
