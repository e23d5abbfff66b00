import { useTranslations } from "next-intl"
import type { EveryPost } from "@/components/discussion/posts/post-item"
import { CitedSentences, Citing } from "@/components/discussion/thread/cited-sentences"
import { NewPosts } from "@/components/discussion/thread/new-posts"
import { threadAddress } from "@/components/discussion/thread/thread-address"
import { postTime } from "@/components/discussion/thread/thread-clock"
import { OwnComposer, replyComposer } from "@/components/discussion/thread/thread-composers"
import { ThreadPager } from "@/components/discussion/thread/thread-pager"
import { ThreadPosts } from "@/components/discussion/thread/thread-posts"
import { addressOf, type OpenThreadProps } from "@/components/discussion/thread/thread-props"
import { EmptyState } from "@/components/ui/empty-state"
import { Notice } from "@/components/ui/notice"

/** The posts of a thread, and where to add one. */
export function OpenThread({ around, ...props }: OpenThreadProps & { around: EveryPost }) {
  const words = useTranslations("discussion")
  const { view, thread, asked } = props
  const { window } = thread
  return (
    <div>
      {!view.mayPost && !view.halt && !view.group.isPast && (
        <Notice className="mt-4 md:ms-26">{words("thread.closed")}</Notice>
      )}
      {view.mayPost && !view.mayOpen && view.ownPostBy !== null && (
        <Notice className="mt-4 md:ms-26">
          {words("thread.missedOwn", { at: postTime(view.ownPostBy, props.clock) })}
        </Notice>
      )}
      {window.order === "sentence" &&
        (asked.sentence ? <Citing {...props} /> : <CitedSentences {...props} />)}
      {window.order === "unanswered" && window.posts.length === 0 && thread.counts.posts > 0 && (
        <p className="mt-4 md:ms-26">{words("thread.noneWaiting")}</p>
      )}
      {thread.counts.posts === 0 && (
        <div className="md:ps-26">
          <EmptyState title={words("thread.emptyTitle")}>{words("thread.empty")}</EmptyState>
        </div>
      )}
      <ThreadPosts
        {...{ window, around }}
        at={addressOf(view)}
        sentence={asked.sentence}
        mayPost={view.mayPost}
        composer={around.answeringId && replyComposer(props, around.answeringId, words)}
      />
      <ThreadPager
        window={window}
        hrefOf={(index) => threadAddress(addressOf(view), { order: window.order, window: index })}
      />
      <NewPosts />
      {view.mayOpen && !asked.answer && (
        <div className="mt-4 md:ps-26">
          <OwnComposer
            key={asked.post}
            {...props}
            heading={words("thread.addTitle")}
            hasPosted={view.hasPosted}
          />
        </div>
      )}
    </div>
  )
}
