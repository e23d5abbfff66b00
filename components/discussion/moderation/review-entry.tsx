"use client"

import { useTranslations } from "next-intl"
import { ReturnDialog } from "@/components/discussion/moderation/return-dialog"
import { ReviewReasons } from "@/components/discussion/moderation/review-reasons"
import { MoveMark } from "@/components/discussion/posts/move-mark"
import { postTextStyle } from "@/components/discussion/posts/post-text-style"
import { threadAddress } from "@/components/discussion/thread/thread-address"
import { postTime, type ThreadClock } from "@/components/discussion/thread/thread-clock"
import { ActButton } from "@/components/ui/act-button"
import type { ActionResult } from "@/components/ui/action-form"
import { Button } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/checkbox"
import { cn } from "@/components/ui/cn"
import { TextLink } from "@/components/ui/text-link"
import type { ReviewedPost } from "@/lib/discussion/moderation/reviewed-post"
import { urduLang } from "@/lib/reading/urdu"

type Act = (input: unknown) => Promise<ActionResult<unknown>>

export type ReviewEntryProps = {
  assignmentId: string
  post: ReviewedPost
  clock: ThreadClock
  /** Where several can be chosen. */
  choice: { isChosen: boolean; toggle: () => void } | null
  acts: { letThrough: Act; giveBack: Act; clear: Act }
}

/** One post that staff are to look at: who and where, its words, why it is here, and what can be done. */
export function ReviewEntry(props: ReviewEntryProps) {
  const { post, choice, clock } = props
  const words = useTranslations("discussion.review")
  const name = post.author.name
  return (
    <li id={`r-${post.id}`} className="flex scroll-mt-4 gap-2 border-rule border-t py-4">
      {choice && (
        <Checkbox
          label={<span className="sr-only">{words("choose", { name })}</span>}
          checked={choice.isChosen}
          onChange={choice.toggle}
          className="-mt-1"
        />
      )}
      <article tabIndex={-1} aria-label={words("by", { name })} className="min-w-0 max-w-narrow flex-1">
        <Head {...props} />
        {post.answers && (
          <p dir="auto" className="mt-1 line-clamp-2 border-rule-firm border-s-2 ps-3 text-13 text-ink-2">
            {words("answers", post.answers)}
          </p>
        )}
        {post.restatedHtml && <Restated html={post.restatedHtml} />}
        <div
          lang={urduLang(post.html)}
          className={cn("mt-1", postTextStyle)}
          // biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised once, at write: lib/discussion/posts/post-html
          dangerouslySetInnerHTML={{ __html: post.html }}
        />
        <ReviewReasons post={post} clock={clock} />
        <Acts {...props} />
      </article>
    </li>
  )
}

/** What the answered post says, in the writer's words: it is read first as well. */
function Restated({ html }: { html: string }) {
  const words = useTranslations("discussion.moderation")
  return (
    <div className="mt-2 border-rule-firm border-s-2 ps-3">
      <p className="font-semibold text-13 text-ink-2">{words("restated")}</p>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised once, at write: lib/discussion/posts/post-html */}
      <div className={postTextStyle} dangerouslySetInnerHTML={{ __html: html }} />
    </div>
  )
}

function Head({ post, assignmentId, clock }: ReviewEntryProps) {
  const words = useTranslations("discussion.review")
  const href = threadAddress({ assignmentId, promptId: post.promptId }, { post: post.id })
  return (
    <p className="flex flex-wrap items-baseline gap-x-3 text-13 text-ink-2">
      <b dir="auto" className="text-15 text-ink">
        {post.author.name}
      </b>
      {post.author.alias && <span>{post.author.alias}</span>}
      <MoveMark move={post.move} />
      <span>{words("prompt", { position: post.promptPosition })}</span>
      <span>{postTime(post.createdAt, clock)}</span>
      {post.isEdited && <span>{words("edited")}</span>}
      {post.state === "hidden" && <span>{words("hidden")}</span>}
      {post.state === "deleted" && <span>{words("takenBack")}</span>}
      {post.timesReturned > 0 && <span>{words("again", { count: post.timesReturned })}</span>}
      {post.hasStood && <TextLink href={href}>{words("open")}</TextLink>}
    </p>
  )
}

function Acts({ post, acts }: ReviewEntryProps) {
  const words = useTranslations("discussion.review")
  const moderation = useTranslations("discussion.moderation")
  const { name } = post.author
  const isHeld = post.state === "held"
  return (
    <div className="mt-3 flex flex-wrap items-center gap-2 empty:hidden">
      {isHeld && (
        <ActButton
          action={acts.letThrough}
          input={{ postIds: [post.id] }}
          label={words("letThroughOf", { name })}
        >
          {words("letThrough")}
        </ActButton>
      )}
      {(isHeld || post.state === "visible") && (
        <ReturnDialog
          postId={post.id}
          action={acts.giveBack}
          trigger={
            <Button dense aria-label={moderation("giveBackPostOf", { name })}>
              {moderation("giveBack")}
            </Button>
          }
        />
      )}
      {!isHeld && post.flags.length > 0 && (
        <ActButton
          variant="quiet"
          action={acts.clear}
          input={{ postId: post.id }}
          label={words("clearOf", { name })}
        >
          {words("clear")}
        </ActButton>
      )}
    </div>
  )
}
