import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import type { LoadSentences } from "@/components/discussion/composer/citation-picker"
import { Composer } from "@/components/discussion/composer/composer"
import type { PostAction } from "@/components/discussion/composer/use-posting"
import type { AskedNorms } from "@/components/discussion/moderation/ask-norms"
import { HaltNotice } from "@/components/discussion/moderation/halt-notice"
import { StaffStops, type StopActs } from "@/components/discussion/moderation/staff-stops"
import { citationLabel } from "@/components/discussion/posts/citation-quote"
import type { PostActions } from "@/components/discussion/posts/post-acts"
import type { PostSurroundings } from "@/components/discussion/posts/post-item"
import { FocusOnArrival } from "@/components/discussion/thread/focus-on-arrival"
import { LiveNext } from "@/components/discussion/thread/live-post"
import { LiveThread } from "@/components/discussion/thread/live-thread"
import { NewPosts } from "@/components/discussion/thread/new-posts"
import { type ThreadAsked, threadAddress } from "@/components/discussion/thread/thread-address"
import { postTime, type ThreadClock } from "@/components/discussion/thread/thread-clock"
import { ThreadHead } from "@/components/discussion/thread/thread-head"
import { FlatList, ThreadList } from "@/components/discussion/thread/thread-list"
import { ThreadPager } from "@/components/discussion/thread/thread-pager"
import { LeansOn, NextToAnswer } from "@/components/discussion/thread/thread-side"
import type { LiveLoads } from "@/components/discussion/thread/use-live-posts"
import { ActButton } from "@/components/ui/act-button"
import { EmptyState } from "@/components/ui/empty-state"
import { Notice } from "@/components/ui/notice"
import { SentenceRef } from "@/components/ui/sentence-ref"
import { TextLink } from "@/components/ui/text-link"
import { openingMoves, replyMoves } from "@/lib/discussion/posts/moves"
import { buildThread, drawnSeqs } from "@/lib/discussion/thread/build-thread"
import type { LivePage } from "@/lib/discussion/thread/live-posts"
import type { PostView, ThreadView } from "@/lib/discussion/thread/thread-view"

type ThreadScreenProps = {
  view: ThreadView
  userId: string
  clock: ThreadClock
  /** "closes Fri 27 Nov, 16:00" */
  closes: string
  asked: Required<ThreadAsked>
  acts: PostActions &
    LiveLoads & {
      postAnswer: PostAction
      postReply: PostAction
      loadSentences: LoadSentences
      acceptNorms: AskedNorms["accept"]
    }
  /** Stopping and letting go on; null for students. */
  stops: StopActs | null
}

/** One question and, once it has opened for the viewer, what everybody wrote. */
export function ThreadScreen(props: ThreadScreenProps) {
  const { view, closes, asked } = props
  const { assignmentId, prompt, thread } = view
  const order = thread?.window.order ?? "argued"
  const page = (
    <div className="mx-auto flex w-full max-w-page flex-col px-4 pt-6 pb-16 md:px-6 md:pt-8 lg:grid lg:grid-cols-[minmax(0,46rem)_19rem] lg:justify-between lg:gap-16">
      <div className="max-lg:contents">
        <ThreadHead {...{ assignmentId, prompt, closes, order }} counts={thread?.counts ?? null} />
        {view.mayHide && props.stops && (
          <div className="mt-2 mb-1 md:ps-26">
            <StaffStops stops={props.stops} halt={view.halt?.kind ?? null} />
          </div>
        )}
        {view.halt && (
          <HaltNotice
            halt={view.halt}
            stops={props.stops}
            keepsDraft={!view.mayPost}
            className="mt-4 md:ms-26"
          />
        )}
        {thread ? <OpenThread {...props} thread={thread} /> : <ShutThread {...props} />}
        {thread && <Leans {...props} id="leans-below" className="mt-8 lg:hidden" />}
      </div>
      {thread && <Aside {...props} />}
      {asked.post && <FocusOnArrival id={`p-${asked.post}`} />}
    </div>
  )
  return thread ? <Watched {...props} thread={thread} page={page} /> : page
}

/** The page of an open thread, told of what happens in it. */
function Watched(props: Open & { page: ReactNode }) {
  const { view, asked, acts } = props
  const answeringId = view.mayPost ? asked.answer : null
  return (
    <LiveThread
      promptId={view.prompt.id}
      page={livePage(props)}
      halt={view.halt?.kind ?? null}
      mayPost={view.mayPost}
      around={{ ...everyPost(props), answeringId }}
      loads={{ loadNew: acts.loadNew, loadChanged: acts.loadChanged }}
    >
      {props.page}
    </LiveThread>
  )
}

function livePage({ view, thread, asked }: Open): LivePage {
  const { window, lastSeq, lastChange } = thread
  const seqs = window.posts.map((post) => post.seq)
  const drawn =
    window.order === "argued"
      ? drawnSeqs(buildThread(window.posts, view.mayPost ? asked.answer : null))
      : seqs
  return { lastSeq, lastChange, seqs, drawn }
}

/** Before the first post: the composer, and not a word about anybody else. */
function ShutThread(props: ThreadScreenProps) {
  const words = useTranslations("discussion")
  const { view } = props
  return (
    <div className="mt-4 md:ps-26">
      {view.mayPost ? (
        <>
          {view.takenBack && <TakenBack taken={view.takenBack} {...props} />}
          <OwnComposer {...props} heading={words("composer.yourAnswer")} hasPosted={false} />
          <Notice title={words("thread.gateTitle")} className="mt-2">
            {words("thread.gate")}
          </Notice>
        </>
      ) : (
        !view.halt && <Notice kind="warning">{words("thread.gateClosed")}</Notice>
      )}
    </div>
  )
}

function TakenBack({
  taken,
  clock,
  acts,
}: ThreadScreenProps & { taken: NonNullable<ThreadView["takenBack"]> }) {
  const words = useTranslations("discussion.own")
  const undo = (
    <ActButton variant="line" action={acts.putBack} input={{ postId: taken.id }}>
      {words("putBack", { until: postTime(taken.undoUntil, clock) })}
    </ActButton>
  )
  return (
    <Notice title={words("tookBack")} className="mb-4" acts={undo}>
      {words("tookBackText")}
    </Notice>
  )
}

type Open = ThreadScreenProps & { thread: NonNullable<ThreadView["thread"]> }

function OpenThread(props: Open) {
  const words = useTranslations("discussion")
  const { view, thread, asked } = props
  const { window } = thread
  const around = surroundings(props, words)
  const posts = window.order === "newest" ? window.posts.toReversed() : window.posts
  return (
    <div>
      {!view.mayPost && !view.halt && <Notice className="mt-4 md:ms-26">{words("thread.closed")}</Notice>}
      {window.order === "sentence" && <Citing {...props} />}
      {thread.counts.posts === 0 && (
        <div className="md:ps-26">
          <EmptyState title={words("thread.emptyTitle")}>{words("thread.empty")}</EmptyState>
        </div>
      )}
      {window.order === "argued" ? (
        <ThreadList nodes={buildThread(window.posts, around.answeringId)} around={around} />
      ) : (
        <FlatList posts={posts} around={around} />
      )}
      <ThreadPager
        window={window}
        hrefOf={(index) => threadAddress(addressOf(view), { order: window.order, window: index })}
      />
      <NewPosts />
      {view.mayPost && !asked.answer && (
        <div className="mt-4 md:ps-26">
          <OwnComposer {...props} heading={words("thread.addTitle")} hasPosted />
        </div>
      )}
    </div>
  )
}

const addressOf = ({ assignmentId, prompt }: ThreadView) => ({ assignmentId, promptId: prompt.id })

type Words = ReturnType<typeof useTranslations<"discussion">>

function surroundings(props: Open, words: Words): PostSurroundings {
  const { view, asked, thread } = props
  const { order, index } = thread.window
  const here = { order, window: index, sentence: asked.sentence }
  return {
    ...everyPost(props),
    answeringId: view.mayPost ? asked.answer : null,
    answerHref: view.mayPost
      ? (postId) => threadAddress(addressOf(view), { ...here, post: null, answer: postId })
      : null,
    composer: view.mayPost && asked.answer ? replyComposer(props, asked.answer, words) : null,
  }
}

/** What every post of the page has around it, whether it stands in a window or came just now. */
const everyPost = ({ view, clock, userId, acts, thread }: Open) => ({
  assignmentId: view.assignmentId,
  clock,
  linksText: !view.isStaff,
  userId,
  acts: postActionsOf(acts),
  mayReport: view.mayReport,
  mayHide: view.mayHide,
  norms: view.norms,
  helpLine: view.helpLine,
  openingId: view.isStaff ? null : onlyOpening(thread.window.posts),
})

const postActionsOf = (acts: PostActions): PostActions => {
  const { edit, takeBack, putBack, report, hide, appeal, loadHistory } = acts
  return { edit, takeBack, putBack, report, hide, appeal, loadHistory }
}
/** The viewer's only post at the top, as far as this window shows: taking it back shuts the thread. */
function onlyOpening(posts: readonly PostView[]): string | null {
  const own = posts.filter((post) => post.own?.mayTakeBack && post.parentId === null)
  return own.length === 1 ? (own[0]?.id ?? null) : null
}

function replyComposer(props: Open, parentId: string, words: Words): ReactNode {
  const { view, thread, acts } = props
  const parent = thread.window.posts.find((post) => post.id === parentId)
  if (!parent) return null
  const name = parent.author?.name
  return (
    <Composer
      key={parentId}
      {...composerBase(props)}
      parentId={parentId}
      moves={["support", ...replyMoves.filter((move) => move !== "support")]}
      heading={name ? words("composer.answering", { name }) : words("composer.answeringGone")}
      isGone={!name}
      post={acts.postReply}
      cancelHref={threadAddress(addressOf(view), { post: parentId })}
      autoFocus
    />
  )
}

function OwnComposer(props: ThreadScreenProps & { heading: string; hasPosted: boolean }) {
  const { heading, hasPosted, acts } = props
  const [first = "claim", ...rest] = openingMoves(hasPosted || props.view.isStaff)
  return (
    <Composer
      {...composerBase(props)}
      parentId={null}
      moves={[first, ...rest]}
      heading={heading}
      post={acts.postAnswer}
    />
  )
}

function composerBase({ view, userId, acts, clock }: ThreadScreenProps) {
  const { name, isPseudonym } = view.signedAs
  const seenBy = isPseudonym ? "seenPseudonym" : view.isStaff ? "seenStaff" : "seenName"
  return {
    userId,
    ...addressOf(view),
    signedAs: { name, seenBy } as const,
    loadSentences: acts.loadSentences,
    isStaff: view.isStaff,
    norms: view.asksNorms
      ? { norms: view.norms, assignmentId: view.assignmentId, accept: acts.acceptNorms }
      : null,
    pause: view.pause,
    madeAt: clock.now.getTime(),
    threadHref: threadAddress(addressOf(view)),
  }
}

function Citing({ view, thread, asked }: Open) {
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

function Aside(props: ThreadScreenProps) {
  const { view, clock } = props
  const { thread } = view
  if (!thread) return null
  const { next, ownSide } = thread
  const href = next && threadAddress(addressOf(view), { post: next.id, answer: next.id })
  return (
    <aside className="max-lg:-order-1 max-lg:mt-2 lg:sticky lg:top-6 lg:self-start">
      {next && href && view.mayPost && (
        <div className="border-accent pb-5 max-lg:mt-3 max-lg:border-t max-lg:pt-4">
          <LiveNext id={next.id}>
            <NextToAnswer {...{ next, ownSide, clock, href }} />
          </LiveNext>
        </div>
      )}
      <Leans {...props} id="leans-beside" className="border-rule pt-5 max-lg:hidden lg:border-t" />
    </aside>
  )
}

function Leans({ view, id, className }: ThreadScreenProps & { id: string; className: string }) {
  if (!view.thread || view.thread.counts.posts === 0) return null
  return (
    <div className={className}>
      <LeansOn
        id={id}
        lean={view.thread.lean}
        hrefOf={(sentence) => threadAddress(addressOf(view), { sentence })}
      />
    </div>
  )
}
