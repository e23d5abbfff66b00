import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { CitationQuote, sentenceHref } from "@/components/discussion/citation-quote"
import { MoveMark } from "@/components/discussion/move-mark"
import { postTextStyle } from "@/components/discussion/post-text-style"
import { postTime, type ThreadClock } from "@/components/discussion/thread-clock"
import { cn } from "@/components/ui/cn"
import { PageLink } from "@/components/ui/page-link"
import type { PostView } from "@/lib/discussion/thread-view"

/** What every post of a page shares. */
export type PostSurroundings = {
  assignmentId: string
  clock: ThreadClock
  /** The address that opens the composer under a post; null where nobody may answer. */
  answerHref: ((postId: string) => string) | null
  /** The post being answered. */
  answeringId: string | null
  /** The composer that answers it. */
  composer: ReactNode
  /** Staff have no reading page of the student's kind: their citations are no links. */
  linksText: boolean
}

type PostItemProps = { post: PostView; around: PostSurroundings; isWaiting: boolean }

/** One post: what it does in the margin, who and when, its words, the sentences it leans on. */
export function PostItem({ post, around, isWaiting }: PostItemProps) {
  const { assignmentId, linksText } = around
  if (!post.author) return <GonePost post={post} />
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
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised once, at write: lib/discussion/post-html */}
        <div className={cn("mt-0.5", postTextStyle)} dangerouslySetInnerHTML={{ __html: post.html ?? "" }} />
        {post.citations.map((citation) => (
          <CitationQuote
            key={citation.sentenceId}
            citation={citation}
            href={linksText ? sentenceHref(assignmentId, citation) : undefined}
          />
        ))}
        <PostActs post={post} around={around} />
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
        <time dateTime={new Date(post.createdAt).toISOString()}>{postTime(post.createdAt, clock)}</time>
      </span>
      {post.isNew && <span className="font-semibold text-accent">{words("new")}</span>}
      {isWaiting && <span className="font-medium text-part md:ms-auto">{words("noAnswer")}</span>}
    </p>
  )
}

function PostActs({ post, around }: { post: PostView; around: PostSurroundings }) {
  const words = useTranslations("discussion.thread")
  if (!around.answerHref || post.author?.isYou || around.answeringId === post.id) return null
  return (
    <PageLink
      href={around.answerHref(post.id)}
      prefetch={false}
      aria-label={words("answerTo", { name: post.author?.name ?? "" })}
      className="-ms-2 mt-0.5 inline-flex min-h-7 items-center rounded-corner px-2 font-medium text-13 text-ink-3 hover:bg-accent-wash hover:text-accent pointer-coarse:min-h-11 print:hidden"
    >
      {words("answer")}
    </PageLink>
  )
}

function GonePost({ post }: { post: PostView }) {
  const words = useTranslations("discussion.thread")
  return (
    <p id={`p-${post.id}`} className="border-rule border-t py-3 text-ink-3 md:ps-26">
      {words(post.state === "deleted" ? "deleted" : "hidden")}
    </p>
  )
}
