import { useTranslations } from "next-intl"
import { threadAddress } from "@/components/discussion/thread/thread-address"
import { TextLink } from "@/components/ui/text-link"
import { urduLang } from "@/lib/reading/urdu"
import type { ClassDiscussion } from "@/lib/results/discussion/class-discussion"
import { calledOf, type DiscussionProfile } from "@/lib/results/discussion/discussion-profile"
import { discussionHref } from "@/lib/results/discussion/discussion-query"
import type { LinkedPost } from "@/lib/results/discussion/link-posts"
import { isInView, type PostView } from "@/lib/results/discussion/post-views"

type PostLinesProps = {
  assignmentId: string
  profile: DiscussionProfile
  summary: ClassDiscussion
  only: PostView
  namesShown: boolean
  when: (instant: Date) => string
}

/** The posts of the class that one number counts, by their first words, each leading to its place in the thread. */
export function PostLines({ profile, summary, only, ...rest }: PostLinesProps) {
  const results = useTranslations("results.part")
  const posts =
    only === "waiting"
      ? summary.waiting
      : profile.students.flatMap((student) => student.posts.filter((post) => isInView(post, only)))
  const base = `/teach/assignments/${rest.assignmentId}/discussion`
  return (
    <section id="posts" aria-labelledby="posts-title" className="mt-8 scroll-mt-4">
      <h3 id="posts-title" className="font-semibold text-17">
        {results(`only.${only}`)}
      </h3>
      <p className="mb-2 text-13 text-ink-2">
        {only === "waiting" ? (
          results(posts.length > 0 ? "waitingHint" : "allAnswered")
        ) : (
          <TextLink href={`${base}#posts`}>{results("only.waiting")}</TextLink>
        )}
      </p>
      {only !== "waiting" && posts.length === 0 && <p className="text-ink-3">{results("noneSuch")}</p>}
      <ol>
        {posts.map((post) => (
          <PostLine key={post.id} {...{ post, only, ...rest }} />
        ))}
      </ol>
    </section>
  )
}

type PostLineProps = { post: LinkedPost } & Pick<
  PostLinesProps,
  "assignmentId" | "namesShown" | "only" | "when"
>

function PostLine({ post, assignmentId, only, namesShown, when }: PostLineProps) {
  const results = useTranslations("results.part")
  const { author, promptId, group, createdAt, excerpt } = post
  return (
    <li className="border-rule border-t py-2">
      <p className="flex flex-wrap items-baseline gap-x-4 text-13 text-ink-3">
        <TextLink
          href={discussionHref({ assignmentId, key: author.key }, { showsNames: namesShown })}
          className="font-semibold"
          dir="auto"
        >
          {calledOf(author)}
        </TextLink>
        {group && <bdi>{group.name}</bdi>}
        <span>{only === "waiting" ? results("since", { when: when(createdAt) }) : when(createdAt)}</span>
        <TextLink href={threadAddress({ assignmentId, promptId }, { post: post.id })}>
          {results("openThread")}
        </TextLink>
      </p>
      <p
        dir="auto"
        lang={urduLang(excerpt)}
        className="line-clamp-2 max-w-read break-words font-read text-15"
      >
        {excerpt}
      </p>
    </li>
  )
}
