"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import { CitationQuote } from "@/components/discussion/posts/citation-quote"
import { MoveMark } from "@/components/discussion/posts/move-mark"
import { type PostActions, postActStyle } from "@/components/discussion/posts/post-acts"
import { postTextStyle } from "@/components/discussion/posts/post-text-style"
import { WaitingForm } from "@/components/discussion/posts/waiting-form"
import { postTime, type ThreadClock } from "@/components/discussion/thread/thread-clock"
import { ActButton } from "@/components/ui/act-button"
import { cn } from "@/components/ui/cn"
import type { OwnWaitingView } from "@/lib/discussion/thread/thread-view"
import { urduLang } from "@/lib/reading/urdu"

type OwnWaitingProps = {
  posts: readonly OwnWaitingView[]
  userId: string
  clock: ThreadClock
  acts: Pick<PostActions, "edit" | "resend" | "takeBack">
}

/** What its author alone sees of their posts: those that wait for staff, and those that were given back. */
export function OwnWaiting({ posts, ...rest }: OwnWaitingProps) {
  const words = useTranslations("discussion.waiting")
  if (posts.length === 0) return null
  return (
    <section
      id="own-waiting"
      aria-labelledby="own-waiting-title"
      className="mt-4 scroll-mt-4 border-held border-s-2 bg-held-wash px-4 pt-3 pb-1 md:ms-26"
    >
      <h2 id="own-waiting-title" className="font-semibold text-15">
        {words("title")}
      </h2>
      <ul>
        {posts.map((post) => (
          <li key={post.id} className="border-rule border-t py-3 first:border-t-0">
            <Entry post={post} {...rest} />
          </li>
        ))}
      </ul>
    </section>
  )
}

type EntryProps = Omit<OwnWaitingProps, "posts"> & { post: OwnWaitingView }

function Entry(props: EntryProps) {
  const { post, clock, userId, acts } = props
  const words = useTranslations("discussion.waiting")
  const [isOpen, setOpen] = useState(false)
  return (
    <article id={`p-${post.id}`} tabIndex={-1} aria-label={words(post.state)} className="scroll-mt-4">
      <p className="flex flex-wrap items-baseline gap-x-3 text-13 text-ink-2">
        <b className="text-15 text-ink">{words(post.state)}</b>
        <MoveMark move={post.move} />
        <span>{postTime(post.createdAt, clock)}</span>
        {post.answers && (
          <a href={`#p-${post.answers.id}`} dir="auto" className="underline">
            {words("answers", post.answers)}
          </a>
        )}
      </p>
      <Why post={post} />
      {isOpen && post.mayEdit ? (
        <WaitingForm {...{ post, userId, acts }} onClose={() => setOpen(false)} />
      ) : (
        <>
          <div
            lang={urduLang(post.html)}
            className={cn("mt-1", postTextStyle)}
            // biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised once, at write: lib/discussion/posts/post-html
            dangerouslySetInnerHTML={{ __html: post.html }}
          />
          {post.citations.map((citation) => (
            <CitationQuote key={citation.sentenceId} citation={citation} />
          ))}
          {post.mayEdit && <Acts {...props} onChange={() => setOpen(true)} />}
        </>
      )}
    </article>
  )
}

function Why({ post: { state, reason, mayEdit } }: { post: OwnWaitingView }) {
  const words = useTranslations("discussion.waiting")
  if (state === "held") return <p className="text-13 text-ink-2">{words("heldText")}</p>
  return (
    <>
      {reason && (
        <p dir="auto" className="mt-1 font-medium">
          {words("reason", { reason })}
        </p>
      )}
      <p className="text-13 text-ink-2">{words(mayEdit ? "returnedText" : "closed")}</p>
    </>
  )
}

function Acts({ post, acts, onChange }: EntryProps & { onChange: () => void }) {
  const words = useTranslations("discussion.waiting")
  return (
    <div className="mt-0.5 flex flex-wrap items-center gap-x-4">
      <button type="button" className={cn(postActStyle, "text-accent")} onClick={onChange}>
        {words(post.state === "held" ? "change" : "resend")}
      </button>
      <ActButton variant="quiet" action={acts.takeBack} input={{ postId: post.id }}>
        {words("takeBack")}
      </ActButton>
    </div>
  )
}
