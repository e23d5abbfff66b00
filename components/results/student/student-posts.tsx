import { useTranslations } from "next-intl"
import { postTextStyle } from "@/components/discussion/post-text-style"
import { cn } from "@/components/ui/cn"
import { SentenceRef } from "@/components/ui/sentence-ref"
import { TextLink } from "@/components/ui/text-link"
import { sentenceLabel } from "@/lib/reading/sentences"
import type { PostFacts, StudentPosts as StudentPostsView } from "@/lib/results/discussion/discussion-profile"

type StudentPostsProps = {
  one: StudentPostsView
  assignmentId: string
  /** An instant, in the school's words. */
  when: (instant: Date) => string
}

/** All that one student wrote, post by post, each leading to its place in the thread. */
export function StudentPosts({ one, assignmentId, when }: StudentPostsProps) {
  return (
    <section
      id={`student-${one.student.enrolmentId}`}
      aria-labelledby={`student-${one.student.enrolmentId}-name`}
      className="scroll-mt-4 border-rule border-t py-5 md:grid md:grid-cols-[13rem_minmax(0,1fr)] md:gap-x-6"
    >
      <h3 id={`student-${one.student.enrolmentId}-name`} className="font-semibold max-md:mb-2" dir="auto">
        <TextLink href={`/teach/assignments/${assignmentId}/students/${one.student.enrolmentId}`}>
          {one.student.displayName}
        </TextLink>
      </h3>
      <ol className="grid gap-5">
        {one.posts.map((post) => (
          <li key={post.id}>
            <PostEntry post={post} assignmentId={assignmentId} when={when} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function PostEntry({
  post,
  assignmentId,
  when,
}: { post: PostFacts } & Pick<StudentPostsProps, "assignmentId" | "when">) {
  const results = useTranslations("results")
  const about = [
    results("discussion.prompt", { position: post.promptPosition }),
    results(`discussion.move.${post.move}`),
    post.side && results(`discussion.side.${post.side}`),
    post.isReply && results("discussion.inReplyTo"),
    post.state === "hidden" && results("discussion.hidden"),
  ].filter((one) => one !== false && one !== null)
  return (
    <article>
      <p className="flex flex-wrap items-baseline gap-x-3 text-13 text-ink-3">
        <span>{about.join(", ")}</span>
        <span>{when(post.createdAt)}</span>
        <TextLink href={`/a/${assignmentId}/discuss/${post.promptId}#p-${post.id}`}>
          {results("discussion.openThread")}
        </TextLink>
      </p>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised once, when the post was written */}
      <div className={cn(postTextStyle, "text-15")} dangerouslySetInnerHTML={{ __html: post.html }} />
      {post.citations.length > 0 && (
        <p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-13 text-ink-3">
          {results("discussion.cites")}
          {post.citations.map((citation) => (
            <SentenceRef key={citation.sentenceId} label={sentenceLabel(citation)} text={citation.quote} />
          ))}
        </p>
      )}
    </article>
  )
}
