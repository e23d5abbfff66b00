import { useTranslations } from "next-intl"
import { threadAddress } from "@/components/discussion/thread/thread-address"
import { postTime, type ThreadClock } from "@/components/discussion/thread/thread-clock"
import { Button } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { Field } from "@/components/ui/field"
import { Notice } from "@/components/ui/notice"
import { PageLink } from "@/components/ui/page-link"
import { TextLink } from "@/components/ui/text-link"
import type { FoundPost } from "@/lib/discussion/thread/thread-view"
import { urduLang } from "@/lib/reading/urdu"

/** What a search brought: posts, or why there was none. */
export type SearchOutcome = { posts: readonly FoundPost[]; isMore: boolean } | { refusal: string }

/** Asks for words in the posts of a discussion. A form of its own address, so that it works before any script. */
export function SearchForm({ href, find }: { href: string; find: string }) {
  const words = useTranslations("discussion.search")
  return (
    <search>
      <form action={href} className="flex flex-wrap items-end gap-2">
        <Field
          name="find"
          type="search"
          label={words("label")}
          defaultValue={find}
          maxLength={200}
          dense
          className="min-w-0 flex-1"
        />
        <Button type="submit" dense>
          {words("act")}
        </Button>
      </form>
    </search>
  )
}

type SearchResultsProps = {
  assignmentId: string
  /** The page of the questions. */
  href: string
  find: string
  outcome: SearchOutcome
  clock: ThreadClock
}

/** The posts that hold the words, newest first, each leading to its place. */
export function SearchResults({ assignmentId, href, find, outcome, clock }: SearchResultsProps) {
  const words = useTranslations("discussion.search")
  const back = <TextLink href={href}>{words("back")}</TextLink>
  if ("refusal" in outcome)
    return (
      <Notice kind="error" className="mt-6" acts={back}>
        {outcome.refusal}
      </Notice>
    )
  const { posts, isMore } = outcome
  if (posts.length === 0)
    return (
      <EmptyState title={words("none", { find })} act={back} className="mt-6">
        {words("noneText")}
      </EmptyState>
    )
  return (
    <section aria-labelledby="found" className="mt-6">
      <h2 id="found" className="font-semibold text-20">
        {words("found", { count: posts.length, find })}
      </h2>
      <p className="text-13">{back}</p>
      <ol className="mt-3">
        {posts.map((post) => (
          <li key={post.id} className="border-rule border-t py-3">
            <FoundItem post={post} assignmentId={assignmentId} clock={clock} />
          </li>
        ))}
      </ol>
      {isMore && <p className="border-rule border-t py-3 text-ink-2">{words("more")}</p>}
    </section>
  )
}

type FoundItemProps = { post: FoundPost; assignmentId: string; clock: ThreadClock }

function FoundItem({ post, assignmentId, clock }: FoundItemProps) {
  const words = useTranslations("discussion.search")
  const href = threadAddress({ assignmentId, promptId: post.promptId }, { post: post.id })
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-2 text-13 text-ink-2">
        <b dir="auto" className="text-15 text-ink">
          {post.author.name}
        </b>
        {post.author.alias && <span>{post.author.alias}</span>}
        <span>{words("prompt", { position: post.promptPosition })}</span>
        {post.group && <bdi>{post.group}</bdi>}
        <span>{postTime(post.createdAt, clock)}</span>
      </p>
      <p dir="auto" lang={urduLang(post.excerpt)} className="font-read text-17 [overflow-wrap:anywhere]">
        <PageLink href={href} prefetch={false} className="hover:text-accent hover:underline">
          {post.excerpt}
        </PageLink>
      </p>
    </>
  )
}
