import { useTranslations } from "next-intl"
import { OwnAppeal } from "@/components/discussion/moderation/appeal-parts"
import { useRuleWords } from "@/components/discussion/moderation/use-norms"
import type { PostActions } from "@/components/discussion/posts/post-acts"
import { postTime, type ThreadClock } from "@/components/discussion/thread/thread-clock"
import { ActButton } from "@/components/ui/act-button"
import { TextLink } from "@/components/ui/text-link"
import type { PostView } from "@/lib/discussion/thread/thread-view"

type GonePostProps = {
  post: PostView
  clock: ThreadClock
  acts: PostActions | null
  /** Where staff read what was hidden and why; null for students. */
  moderationHref: string | null
}

/** The place of a post that was hidden or taken back. Its author is told why, or may put it back for a while. */
export function GonePost({ post, clock, acts, moderationHref }: GonePostProps) {
  const words = useTranslations("discussion.thread")
  const own = useTranslations("discussion.own")
  const ruleWords = useRuleWords()
  const {
    undoUntil = null,
    hiddenFor = null,
    returnedFor = null,
    isWaiting = false,
    act = null,
  } = post.own ?? {}
  const rule = act && ruleWords(act)
  return (
    <div
      id={`p-${post.id}`}
      tabIndex={-1}
      className="flex flex-wrap items-center gap-x-4 gap-y-1 border-rule border-t py-3 text-ink-3 md:ps-26"
    >
      <p>{words(post.state === "deleted" ? "deleted" : "hidden")}</p>
      {hiddenFor && (
        <p dir="auto" className="w-full text-ink-2">
          {own("hiddenFor", { reason: hiddenFor })}
        </p>
      )}
      {rule && (
        <p dir="auto" className="w-full text-ink-2">
          {own("rule", { rule })}
        </p>
      )}
      {act && <OwnAppeal appeal={act.appeal} postId={post.id} clock={clock} action={acts?.appeal ?? null} />}
      {returnedFor && (
        <p dir="auto" className="w-full text-ink-2">
          {own("returnedFor", { reason: returnedFor })}
        </p>
      )}
      {isWaiting && <p className="w-full text-ink-2">{own("isWaiting")}</p>}
      {(returnedFor || isWaiting) && (
        <a href="#own-waiting" className="underline">
          {own("toForm")}
        </a>
      )}
      {acts && undoUntil !== null && (
        <ActButton variant="line" action={acts.putBack} input={{ postId: post.id }}>
          {own("putBack", { until: postTime(undoUntil, clock) })}
        </ActButton>
      )}
      {moderationHref && post.state === "hidden" && (
        <TextLink href={moderationHref}>{words("whyHidden")}</TextLink>
      )}
    </div>
  )
}
