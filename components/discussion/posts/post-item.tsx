import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { HideDialog } from "@/components/discussion/moderation/hide-dialog"
import { ReportDialog } from "@/components/discussion/moderation/report-dialog"
import { ReturnDialog } from "@/components/discussion/moderation/return-dialog"
import { OpenName } from "@/components/discussion/names/open-name"
import { CitationQuote, sentenceHref } from "@/components/discussion/posts/citation-quote"
import { CitedPost } from "@/components/discussion/posts/cited-post"
import { CitedSource } from "@/components/discussion/posts/cited-source"
import type { Editing } from "@/components/discussion/posts/edit-argument"
import { FormerWords } from "@/components/discussion/posts/former-words"
import { GonePost } from "@/components/discussion/posts/gone-post"
import { MoveMark } from "@/components/discussion/posts/move-mark"
import { OwnPost } from "@/components/discussion/posts/own-post"
import { type PostActions, postActStyle } from "@/components/discussion/posts/post-acts"
import { postTextStyle } from "@/components/discussion/posts/post-text-style"
import { Restatement } from "@/components/discussion/restating/restatement"
import { postTime, type ThreadClock } from "@/components/discussion/thread/thread-clock"
import { cn } from "@/components/ui/cn"
import { PageLink } from "@/components/ui/page-link"
import type { NormsView } from "@/lib/discussion/moderation/norms"
import type { PostView } from "@/lib/discussion/thread/thread-view"
import { urduLang } from "@/lib/reading/urdu"

/** What every post of a page shares. */
export type PostSurroundings = {
  assignmentId: string
  clock: ThreadClock
  /** The address that opens the composer under a post; null where nobody may answer. */
  answerHref: ((postId: string) => string) | null
  /** The address that opens a post of the thread; null where it has none. */
  postHref: ((postId: string) => string) | null
  /** The post being answered. */
  answeringId: string | null
  /** The composer that answers it. */
  composer: ReactNode
  /** Staff have no reading page of the student's kind: their citations are no links. */
  linksText: boolean
  userId: string
  /** What a post of one's own needs, beside its words, to be changed. */
  editing: Editing | null
  /** Null where nothing can be done with a post. */
  acts: PostActions | null
  mayReport: boolean
  mayHide: boolean
  /** Those of the class, which hiding may rest on. */
  norms: NormsView
  /** Whom somebody in need can turn to. */
  helpLine: string | null
  mayOpenNames: boolean
  /** The viewer's only post at the top of the thread, if they have but one. */
  openingId: string | null
  /** The time for a first post of one's own is over: who takes theirs back posts no other. */
  isOwnOver: boolean
}

/** Of that what can be sent to the browser. */
export type EveryPost = Omit<PostSurroundings, "answerHref" | "postHref" | "composer">

type PostItemProps = { post: PostView; around: PostSurroundings; isWaiting: boolean }

/** One post: what it does in the margin, who and when, its words, the sentences it leans on. */
export function PostItem({ post, around, isWaiting }: PostItemProps) {
  if (!post.author) return <GonePost post={post} {...goneAround(post, around)} />
  return (
    <article
      id={`p-${post.id}`}
      tabIndex={-1}
      aria-labelledby={`by-${post.id}`}
      className={cn(
        "grid scroll-mt-4 gap-x-4 border-t py-3 pt-4 md:grid-cols-[5.5rem_minmax(0,1fr)]",
        isWaiting ? "border-accent" : "border-rule",
      )}
    >
      <div>
        <MoveMark move={post.move} />
      </div>
      <div className="min-w-0">
        <PostHead post={post} clock={around.clock} isWaiting={isWaiting} />
        {post.own && around.acts ? (
          <Own post={post} around={around} acts={around.acts} />
        ) : (
          <Others post={post} around={around} />
        )}
      </div>
    </article>
  )
}

function PostHead({ post, clock, isWaiting }: { post: PostView; clock: ThreadClock; isWaiting: boolean }) {
  const words = useTranslations("discussion.thread")
  const sides = useTranslations("discussion.sidesOfPost")
  return (
    <p id={`by-${post.id}`} className="flex flex-wrap items-baseline gap-x-2 text-13 text-ink-3">
      <b dir="auto" className="text-15 text-ink">
        {post.author?.name}
      </b>
      {post.author?.alias && <span className="text-ink-2">{post.author.alias}</span>}
      {post.author?.isYou && <span className="font-semibold text-accent">{words("you")}</span>}
      {post.author?.isStaff && <span className="font-semibold text-ink-2">{words("staff")}</span>}
      {post.side && <span className="text-ink-2">{sides(post.side)}</span>}
      <span>
        {post.answers && <span dir="auto">{words("to", { name: post.answers })} · </span>}
        {/* A browser's names of months may be newer than the server's: what was sent stays. */}
        <time dateTime={new Date(post.createdAt).toISOString()} suppressHydrationWarning>
          {postTime(post.createdAt, clock)}
        </time>
      </span>
      {post.isEdited && <span className="text-ink-2">{words("edited")}</span>}
      {post.isNew && <span className="font-semibold text-accent">{words("new")}</span>}
      {isWaiting && <span className="font-medium text-part md:ms-auto">{words("noAnswer")}</span>}
    </p>
  )
}

type PartProps = { post: PostView; around: PostSurroundings }

function Words({ post, around }: PartProps) {
  const { assignmentId, linksText, postHref } = around
  const isRestatement = post.restating !== null && post.move === "restate"
  return (
    <>
      {post.restating && <Restatement post={post} restating={post.restating} around={around} />}
      {!isRestatement && (
        <div
          lang={urduLang(post.html)}
          className={cn("mt-0.5", postTextStyle)}
          // biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised once, at write: lib/discussion/posts/post-html
          dangerouslySetInnerHTML={{ __html: post.html ?? "" }}
        />
      )}
      {post.citations.map((citation) => (
        <CitationQuote
          key={citation.sentenceId}
          citation={citation}
          href={linksText ? sentenceHref(assignmentId, citation) : undefined}
        />
      ))}
      {post.citedPosts.map((cited) => (
        <CitedPost key={cited.id} cited={cited} href={postHref?.(cited.id) ?? null} />
      ))}
      {post.sources.map((source) => (
        <CitedSource key={`${source.address} ${source.title}`} source={source} />
      ))}
    </>
  )
}

function Own({ post, around, acts }: PartProps & { acts: PostActions }) {
  const { clock, userId, openingId } = around
  if (!post.own) return null
  const { body, editUntil, mayRearrange, mayTakeBack } = post.own
  return (
    <OwnPost
      {...{ userId, body, mayTakeBack, acts }}
      assignmentId={around.assignmentId}
      postId={post.id}
      argument={mayRearrange && around.editing ? { post, editing: around.editing } : null}
      editUntil={editUntil === null ? null : postTime(editUntil, clock)}
      opensThread={openingId === post.id}
      isOwnOver={around.isOwnOver}
      more={post.isEdited && <FormerWords postId={post.id} clock={clock} load={acts.loadHistory} />}
    >
      <Words post={post} around={around} />
    </OwnPost>
  )
}

function Others({ post, around }: PartProps) {
  const words = useTranslations("discussion.thread")
  const { answerHref, answeringId, acts, clock, mayHide } = around
  const name = post.author?.name ?? ""
  return (
    <>
      <Words post={post} around={around} />
      <p className="mt-0.5 flex flex-wrap gap-x-4">
        {answerHref && answeringId !== post.id && (
          <PageLink
            href={answerHref(post.id)}
            prefetch={false}
            aria-label={words("answerTo", { name })}
            className={postActStyle}
          >
            {words("answer")}
          </PageLink>
        )}
        {acts && mayHide && post.isEdited && (
          <FormerWords postId={post.id} clock={clock} load={acts.loadHistory} />
        )}
        <Objection post={post} around={around} />
        <GiveBack post={post} around={around} />
        <Opening post={post} around={around} />
      </p>
    </>
  )
}

/** Students report a post, staff of the class hide it. */
function Objection({ post, around }: PartProps) {
  const words = useTranslations("discussion.moderation")
  const { acts, mayHide, mayReport, norms, helpLine } = around
  const name = post.author?.name ?? ""
  if (acts && mayReport)
    return (
      <ReportDialog
        postId={post.id}
        {...{ name, helpLine }}
        isReported={post.isReported}
        action={acts.report}
      />
    )
  if (!acts || !mayHide) return null
  const trigger = (
    <button type="button" aria-label={words("hidePostOf", { name })} className={postActStyle}>
      {words("hide")}
    </button>
  )
  return <HideDialog postId={post.id} norms={norms} action={acts.hide} trigger={trigger} />
}

/** Staff of the class give a post back to its author. */
function GiveBack({ post, around: { acts, mayHide } }: PartProps) {
  const words = useTranslations("discussion.moderation")
  if (!acts || !mayHide) return null
  const trigger = (
    <button
      type="button"
      aria-label={words("giveBackPostOf", { name: post.author?.name ?? "" })}
      className={postActStyle}
    >
      {words("giveBack")}
    </button>
  )
  return <ReturnDialog postId={post.id} action={acts.giveBack} trigger={trigger} />
}

/** A teacher opens the name behind a pseudonym that hides it from staff too. */
function Opening({ post: { id, author }, around: { acts, mayOpenNames } }: PartProps) {
  const words = useTranslations("discussion.names")
  if (!acts || !mayOpenNames || !author || author.isStaff || author.alias !== null) return null
  const trigger = (
    <button type="button" aria-label={words("openOf", { name: author.name })} className={postActStyle}>
      {words("open")}
    </button>
  )
  return <OpenName postId={id} alias={author.name} action={acts.openName} trigger={trigger} />
}

const goneAround = (post: PostView, { clock, acts, mayHide, assignmentId }: PostSurroundings) => ({
  clock,
  acts,
  moderationHref: mayHide ? `/teach/assignments/${assignmentId}/discussion#m-${post.id}` : null,
})
