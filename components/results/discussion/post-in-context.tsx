import { useTranslations } from "next-intl"
import { CitationQuote, citationLabel } from "@/components/discussion/posts/citation-quote"
import { CitedSource } from "@/components/discussion/posts/cited-source"
import { MoveMark } from "@/components/discussion/posts/move-mark"
import { postTextStyle } from "@/components/discussion/posts/post-text-style"
import { threadAddress } from "@/components/discussion/thread/thread-address"
import { TextLink } from "@/components/ui/text-link"
import { urduLang } from "@/lib/reading/urdu"
import type { AuthorFacts, PostFacts } from "@/lib/results/discussion/discussion-facts"
import type { LinkedPost } from "@/lib/results/discussion/link-posts"

type PostInContextProps = {
  post: LinkedPost
  assignmentId: string
  nameOf: (author: AuthorFacts) => string
  when: (instant: Date) => string
}

/** A post between what it answers and what answers it, with the sentences that it leans on. */
export function PostInContext(props: PostInContextProps) {
  const { post, assignmentId, when } = props
  const results = useTranslations("results.part")
  const place = { assignmentId, promptId: post.promptId, thread: post.group?.id }
  return (
    <article className="grid gap-2">
      <Above {...props} />
      <p className="flex flex-wrap items-baseline gap-x-3 text-13 text-ink-2">
        <MoveMark move={post.move} />
        <About post={post} />
        {post.group && <bdi>{post.group.name}</bdi>}
        <span className="text-ink-3">{when(post.createdAt)}</span>
        <TextLink href={threadAddress(place, { post: post.id })}>{results("openThread")}</TextLink>
      </p>
      {post.restatedHtml && (
        <div className="border-rule-firm border-s-2 ps-3">
          <p className="font-semibold text-13 text-ink-2">{results("restatedTitle")}</p>
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised once, when it was written */}
          <div className={postTextStyle} dangerouslySetInnerHTML={{ __html: post.restatedHtml }} />
        </div>
      )}
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised once, when the post was written */}
      <div className={postTextStyle} dangerouslySetInnerHTML={{ __html: post.html ?? "" }} />
      {post.citations.map((citation) => (
        <CitationQuote
          key={citation.sentenceId}
          citation={citation}
          href={threadAddress(place, { sentence: citation.sentenceId })}
          label={results("citedBy", { label: citationLabel(citation) })}
        />
      ))}
      {post.citedPosts.map(({ id, seq, excerpt }) => (
        <p key={id} className="border-accent border-s-2 ps-2 text-15 text-ink-2">
          <TextLink href={threadAddress(place, { post: id })} className="text-13">
            {results("citedPost", { seq })}
          </TextLink>{" "}
          <span dir="auto" className="font-read">
            {excerpt}
          </span>
        </p>
      ))}
      {post.sources.map((source) => (
        <CitedSource key={`${source.address} ${source.title}`} source={source} />
      ))}
      <Below {...props} />
    </article>
  )
}

/** What is to be known of it beside its move, as words. */
function About({
  post: { restating, side, crosses, standing, parentStanding, state },
}: {
  post: LinkedPost
}) {
  const results = useTranslations("results.part")
  const own = standing && results(`side.${standing}`)
  return (
    <>
      {restating && <span>{results(`restating.${restating}`)}</span>}
      {side && <span>{results(`side.${side}`)}</span>}
      {crosses === true && own && parentStanding && (
        <span>{results("acrossFrom", { own, other: results(`side.${parentStanding}`) })}</span>
      )}
      {crosses === false && own && <span>{results("withinSide", { own })}</span>}
      {state === "hidden" && <span className="font-semibold text-part">{results("hiddenPost")}</span>}
    </>
  )
}

function Above({ post, assignmentId, nameOf }: PostInContextProps) {
  const results = useTranslations("results.part")
  if (!post.isReply) return null
  if (!post.parent) return <p className="text-13 text-ink-3">{results("answersGone")}</p>
  return (
    <Quoted
      label={results("answersTo", { name: nameOf(post.parent.author) })}
      post={post.parent}
      assignmentId={assignmentId}
    />
  )
}

/** Open while there is little to see. */
function Below({ post: { answers, state, isReply }, assignmentId, nameOf }: PostInContextProps) {
  const results = useTranslations("results.part")
  if (answers.length === 0)
    return isReply || state === "hidden" ? null : <p className="text-13 text-ink-3">{results("noAnswer")}</p>
  return (
    <details open={answers.length <= 2}>
      <summary className="inline-flex min-h-6 cursor-pointer items-center text-13 text-accent hover:underline">
        {results("answers", { count: answers.length })}
      </summary>
      <ol className="grid gap-2 pt-1 ps-4">
        {answers.map((answer) => (
          <li key={answer.id}>
            <Quoted label={nameOf(answer.author)} post={answer} assignmentId={assignmentId} />
          </li>
        ))}
      </ol>
    </details>
  )
}

type QuotedProps = { label: string; post: PostFacts; assignmentId: string }

/** Another post in short. */
function Quoted({ label, post: { id, promptId, excerpt, state }, assignmentId }: QuotedProps) {
  const results = useTranslations("results.part")
  return (
    <blockquote className="max-w-read border-rule-firm border-s-2 ps-3 text-13">
      <p className="flex flex-wrap gap-x-3">
        <TextLink href={threadAddress({ assignmentId, promptId }, { post: id })} dir="auto">
          {label}
        </TextLink>
        {state === "hidden" && <span className="font-semibold text-part">{results("hiddenPost")}</span>}
      </p>
      <p
        dir="auto"
        lang={urduLang(excerpt)}
        className="line-clamp-3 break-words font-read text-15 text-ink-2"
      >
        {excerpt}
      </p>
    </blockquote>
  )
}
