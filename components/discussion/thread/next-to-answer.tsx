import { useTranslations } from "next-intl"
import { LiveNext } from "@/components/discussion/thread/live-post"
import type { ThreadClock } from "@/components/discussion/thread/thread-clock"
import { ActButton } from "@/components/ui/act-button"
import type { ActionResult } from "@/components/ui/action-form"
import { ButtonLink } from "@/components/ui/button"
import type { Side } from "@/lib/discussion/posts/moves"
import { reasonToOffer } from "@/lib/discussion/routing/choose-offer"
import { waitedFor } from "@/lib/discussion/routing/waited-for"
import type { OfferView, WaitingView } from "@/lib/discussion/thread/thread-view"
import { urduLang } from "@/lib/reading/urdu"

export type SkipOffer = (input: unknown) => Promise<ActionResult<null>>

type NextProps = {
  offer: OfferView
  ownSide: Side | null
  clock: ThreadClock
  /** Where a post is answered. */
  hrefOf: (postId: string) => string
  skip: SkipOffer
  /** Nobody has posted: the page says so already. */
  isEmpty: boolean
}

/** The post that this reader is offered to answer, and why; or that there is none. */
export function NextToAnswer({ isEmpty, ...props }: NextProps) {
  const words = useTranslations("discussion.side")
  const { post, hasSkipped } = props.offer
  if (!post && isEmpty) return null
  return (
    <section
      aria-labelledby="next-to-answer"
      className="border-accent pb-5 max-lg:mt-3 max-lg:border-t max-lg:pt-4"
    >
      <h2 id="next-to-answer">{words("next")}</h2>
      {post ? (
        <LiveNext id={post.id}>
          <Offered {...props} post={post} />
        </LiveNext>
      ) : (
        <p className="mt-1 text-ink-2">{words(hasSkipped ? "nextPassed" : "nextNone")}</p>
      )}
    </section>
  )
}

function Offered({
  post,
  offer,
  ownSide,
  clock,
  hrefOf,
  skip,
}: Omit<NextProps, "isEmpty"> & { post: WaitingView }) {
  const words = useTranslations("discussion.side")
  return (
    <>
      <div aria-live="polite">
        <p dir="auto" lang={urduLang(post.excerpt)} className="my-1 line-clamp-4 font-read text-17">
          {post.excerpt}
        </p>
        <p className="text-13 text-ink-2">
          <Why {...{ post, ownSide, clock }} />
        </p>
      </div>
      <div className="mt-3 flex flex-wrap items-center gap-2">
        <ButtonLink href={hrefOf(post.id)} prefetch={false} dense className="max-md:grow">
          {words("nextAct", { name: post.author })}
        </ButtonLink>
        {offer.hasOther && (
          <ActButton variant="quiet" action={skip} input={{ postId: post.id }}>
            {words("nextOther")}
          </ActButton>
        )}
      </div>
    </>
  )
}

/** One line: where they stand, if elsewhere than the reader, and how long they have waited. */
function Why({ post, ownSide, clock }: Pick<NextProps, "ownSide" | "clock"> & { post: WaitingView }) {
  const words = useTranslations("discussion.side")
  const { unit, count } = waitedFor(post.createdAt, clock.now)
  const isElsewhere = reasonToOffer(ownSide, post.side) !== "longestWaiting"
  const side = isElsewhere && post.side ? post.side : "waits"
  return words(`nextWhy.${side}`, { time: words(`nextFor.${unit}`, { count }) })
}
