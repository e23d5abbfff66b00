import { useTranslations } from "next-intl"
import { citationLabel } from "@/components/discussion/posts/citation-quote"
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
import { SentenceRef } from "@/components/ui/sentence-ref"
import { TextLink } from "@/components/ui/text-link"
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
      {!view.mayPost && !view.halt && <Notice className="mt-4 md:ms-26">{words("thread.closed")}</Notice>}
      {view.mayPost && !view.mayOpen && view.ownPostBy !== null && (
        <Notice className="mt-4 md:ms-26">
          {words("thread.missedOwn", { at: postTime(view.ownPostBy, props.clock) })}
        </Notice>
      )}
      {window.order === "sentence" && <Citing {...props} />}
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
          <OwnComposer {...props} heading={words("thread.addTitle")} hasPosted={view.hasPosted} />
        </div>
      )}
    </div>
  )
}

function Citing({ view, thread, asked }: OpenThreadProps) {
  const words = useTranslations("discussion.thread")
  const cited = thread.window.posts.flatMap((post) => post.citations)
  const sentence = cited.find((citation) => citation.sentenceId === asked.sentence)
  const ref = () => sentence && <SentenceRef inline label={citationLabel(sentence)} text={sentence.quote} />
  return (
    <p className="mt-4 flex flex-wrap gap-x-4 md:ps-26">
      <span>{sentence ? words.rich("citing", { ref }) : words("noneCiting")}</span>
      <TextLink href={threadAddress(addressOf(view))}>{words("allPosts")}</TextLink>
    </p>
  )
}
