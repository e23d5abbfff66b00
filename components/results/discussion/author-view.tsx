import { useTranslations } from "next-intl"
import { AuthorCounts } from "@/components/results/discussion/author-counts"
import { GradeSide, type GradeSideProps } from "@/components/results/discussion/grade-side"
import { PostInContext } from "@/components/results/discussion/post-in-context"
import { EmptyState } from "@/components/ui/empty-state"
import { TextLink } from "@/components/ui/text-link"
import type { AuthorFacts, PromptFacts } from "@/lib/results/discussion/discussion-facts"
import type { AuthorProfile } from "@/lib/results/discussion/discussion-profile"
import { type DiscussionQuery, discussionHref } from "@/lib/results/discussion/discussion-query"
import type { LinkedPost } from "@/lib/results/discussion/link-posts"
import { isInView } from "@/lib/results/discussion/post-views"
import type { AuthorWalk } from "@/lib/results/discussion/walk-authors"

export type AuthorViewProps = {
  assignmentId: string
  one: AuthorProfile
  prompts: readonly PromptFacts[]
  query: DiscussionQuery
  walk: AuthorWalk
  /** The author is one of a question's pseudonyms, not a student. */
  isAlias: boolean
  /** Whether names may be shown and hidden here. */
  mayToggle: boolean
  nameOf: (author: AuthorFacts) => string
  /** Null for who may not grade, and where there is nothing to. */
  grading: Pick<GradeSideProps, "current" | "grades" | "actions" | "clock"> | null
  when: (instant: Date) => string
}

/** All that one student wrote, in context, question by question; the rubric beside it. */
export function AuthorView(props: AuthorViewProps) {
  const { assignmentId, one, prompts, query, walk, nameOf, grading } = props
  const results = useTranslations("results.part")
  const shown = query.only ? one.posts.filter((post) => query.only && isInView(post, query.only)) : one.posts
  return (
    <>
      <AuthorHead {...props} />
      {one.posts.length === 0 ? (
        <EmptyState title={results("wroteNothing")}>{results("wroteNothingMore")}</EmptyState>
      ) : (
        <div className="grid items-start gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,1fr)_26rem]">
          <div className="min-w-0">
            <AuthorCounts one={one} query={query} assignmentId={assignmentId} />
            {query.only && (
              <p className="flex flex-wrap gap-x-4 py-2">
                <b className="font-semibold">
                  {results("shown", { view: results(`only.${query.only}`), count: shown.length })}
                </b>
                <TextLink
                  href={discussionHref(
                    { assignmentId, key: one.author.key },
                    { showsNames: query.showsNames },
                  )}
                >
                  {results("all")}
                </TextLink>
              </p>
            )}
            {prompts.map((prompt) => (
              <PromptPosts
                key={prompt.id}
                prompt={prompt}
                posts={shown.filter(({ promptId }) => promptId === prompt.id)}
                {...{ assignmentId, nameOf, when: props.when }}
              />
            ))}
          </div>
          {grading && (
            <GradeSide {...grading} {...{ assignmentId, walk, query }} enrolmentId={one.author.key} />
          )}
        </div>
      )}
    </>
  )
}

function AuthorHead(props: AuthorViewProps) {
  const { assignmentId, one, query, walk, isAlias, mayToggle, nameOf } = props
  const { author } = one
  const results = useTranslations("results.part")
  const { only, showsNames } = query
  return (
    <header className="grid gap-1 pt-5 pb-4">
      <p className="text-13">
        <TextLink href={`/teach/assignments/${assignmentId}/discussion`}>{results("back")}</TextLink>
      </p>
      <div className="flex flex-wrap items-baseline gap-x-6 gap-y-1">
        <h2 className="font-semibold text-20" dir="auto">
          {nameOf(author)}
        </h2>
        {walk.number && (
          <span className="text-13 text-ink-2 tabular-nums">
            {results(isAlias ? "numberAlias" : "number", { number: walk.number, of: walk.of })}
          </span>
        )}
        {mayToggle && (
          <TextLink
            className="text-13"
            href={discussionHref({ assignmentId, key: author.key }, { only, showsNames: !showsNames })}
          >
            {results(showsNames ? "hideNames" : "showNames")}
          </TextLink>
        )}
      </div>
    </header>
  )
}

type PromptPostsProps = {
  prompt: PromptFacts
  posts: readonly LinkedPost[]
} & Pick<AuthorViewProps, "assignmentId" | "nameOf" | "when">

function PromptPosts({ prompt, posts, ...rest }: PromptPostsProps) {
  const results = useTranslations("results.part")
  if (posts.length === 0) return null
  return (
    <section aria-labelledby={`prompt-${prompt.position}`} className="mt-4">
      <h3 id={`prompt-${prompt.position}`} dir="auto" className="max-w-read font-semibold text-17">
        <span className="me-2 font-normal text-13 text-ink-3">
          {results("question", { position: prompt.position })}
        </span>
        {prompt.text}
      </h3>
      <ol>
        {posts.map((post) => (
          <li key={post.id} className="border-rule border-t py-4 first:border-t-0">
            <PostInContext post={post} {...rest} />
          </li>
        ))}
      </ol>
    </section>
  )
}
