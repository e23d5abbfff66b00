import { useTranslations } from "next-intl"
import { CitedSentences, Citing } from "@/components/discussion/thread/cited-sentences"
import { NewPosts } from "@/components/discussion/thread/new-posts"
import { surroundings } from "@/components/discussion/thread/post-surroundings"
import { threadAddress } from "@/components/discussion/thread/thread-address"
import { postTime } from "@/components/discussion/thread/thread-clock"
import { OwnComposer } from "@/components/discussion/thread/thread-composers"
import { FlatList, ThreadList } from "@/components/discussion/thread/thread-list"
import { ThreadPager } from "@/components/discussion/thread/thread-pager"
import { addressOf, type OpenThreadProps } from "@/components/discussion/thread/thread-props"
import { EmptyState } from "@/components/ui/empty-state"
import { Notice } from "@/components/ui/notice"
import { buildThread } from "@/lib/discussion/thread/build-thread"

/** The posts of a thread, and where to add one. */
export function OpenThread(props: OpenThreadProps) {
  const words = useTranslations("discussion")
  const { view, thread, asked } = props
  const { window } = thread
  const around = surroundings(props, words)
  const posts = window.order === "newest" ? window.posts.toReversed() : window.posts
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
      {window.order === "argued" ? (
        <ThreadList nodes={buildThread(window.posts, around.answeringId)} around={around} />
      ) : (
        <FlatList posts={posts} around={around} areWaiting={window.order === "unanswered"} />
      )}
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
