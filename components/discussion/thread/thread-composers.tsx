import type { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { Composer } from "@/components/discussion/composer/composer"
import type { SignedAs } from "@/components/discussion/composer/composer-parts"
import { threadAddress } from "@/components/discussion/thread/thread-address"
import {
  addressOf,
  type OpenThreadProps,
  type ThreadScreenProps,
} from "@/components/discussion/thread/thread-props"
import { openingMoves, replyMoves } from "@/lib/discussion/posts/moves"
import type { ThreadView } from "@/lib/discussion/thread/thread-view"

export type ComposerWords = ReturnType<typeof useTranslations<"discussion">>

/** Where the answer to a post of this window is written; null where it is not here. */
export function replyComposer(props: OpenThreadProps, parentId: string, words: ComposerWords): ReactNode {
  const { view, thread, asked } = props
  const parent = thread.window.posts.find((post) => post.id === parentId)
  if (!parent) return null
  const name = parent.author?.name
  const first = asked.move ?? "support"
  return (
    <Composer
      key={parentId}
      {...composerBase(props)}
      parentId={parentId}
      moves={[first, ...replyMoves.filter((move) => move !== first && !(parent.own && move === "restate"))]}
      heading={name ? words("composer.answering", { name }) : words("composer.answeringGone")}
      isGone={!name}
      restates={parent.own ? null : { name: name ?? "", isRequired: view.requiresRestatement }}
      cancelHref={threadAddress(addressOf(view), { post: parentId })}
      autoFocus
    />
  )
}

/** Where a post at the top is written. */
export function OwnComposer(props: ThreadScreenProps & { heading: string; hasPosted: boolean }) {
  const { heading, hasPosted } = props
  const [first = "claim", ...rest] = openingMoves(hasPosted || props.view.isStaff)
  return <Composer {...composerBase(props)} parentId={null} moves={[first, ...rest]} heading={heading} />
}

function seenBy({ signedAs, opened, isStaff }: ThreadView): SignedAs["seenBy"] {
  if (!signedAs.isPseudonym) return isStaff ? "seenStaff" : "seenName"
  if (!signedAs.isSealed) return "seenPseudonym"
  return opened ? "seenOpened" : "seenSealed"
}

function composerBase({ view, userId, acts, clock }: ThreadScreenProps) {
  return {
    userId,
    signedAs: { name: view.signedAs.name, seenBy: seenBy(view) },
    assignmentId: view.assignmentId,
    promptId: view.prompt.id,
    thread: view.group.key,
    loadSentences: acts.loadSentences,
    loadPosts: view.thread ? acts.loadPosts : null,
    hasSides: view.prompt.hasSides,
    // Without which thread: the post itself leads to it.
    threadHref: threadAddress({ assignmentId: view.assignmentId, promptId: view.prompt.id }),
    waitsForStaff: view.waitsForStaff,
    isStaff: view.isStaff,
    norms: view.asksNorms
      ? { norms: view.norms, assignmentId: view.assignmentId, accept: acts.acceptNorms }
      : null,
    pause: view.pause,
    madeAt: clock.now.getTime(),
  }
}
