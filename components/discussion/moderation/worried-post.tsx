import { useTranslations } from "next-intl"
import { postTextStyle } from "@/components/discussion/posts/post-text-style"
import { postTime, type ThreadClock } from "@/components/discussion/thread/thread-clock"
import { ActButton } from "@/components/ui/act-button"
import type { ActionResult } from "@/components/ui/action-form"
import { cn } from "@/components/ui/cn"
import type { ReportView } from "@/lib/discussion/moderation/moderated-post"
import { urduLang } from "@/lib/reading/urdu"

type WorriedPostProps = {
  post: { id: string; html: string; author: { name: string }; worries: readonly Omit<ReportView, "kind">[] }
  clock: ThreadClock
  take: (input: unknown) => Promise<ActionResult<unknown>>
}

/** The post, what was said of it, and who is on it. */
export function WorriedPost({ post, clock, take }: WorriedPostProps) {
  const words = useTranslations("discussion.privateText")
  const moderation = useTranslations("discussion.moderation")
  const isTaken = post.worries.every((worry) => worry.takenAt !== null)
  const last = post.worries.at(-1)
  return (
    <div className="max-w-narrow">
      <ul className="border-part border-s-2 ps-3">
        {post.worries.map((worry) => (
          <li key={`${worry.at} ${worry.reason}`} dir="auto">
            {words("worry", { at: postTime(worry.at, clock), reason: worry.reason || words("noWords") })}
          </li>
        ))}
      </ul>
      <div className="mt-3 flex flex-wrap items-center gap-3">
        {isTaken && last?.takenAt ? (
          <p>
            {words("taken", {
              name: last.takenBy ?? moderation("someone"),
              at: postTime(last.takenAt, clock),
            })}
          </p>
        ) : (
          <>
            <p>{words("untaken")}</p>
            <ActButton variant="main" action={take} input={{ postId: post.id }}>
              {moderation("takeUp")}
            </ActButton>
          </>
        )}
      </div>
      <h2 className="mt-6 font-semibold text-17">{words("thePost", { name: post.author.name })}</h2>
      <div
        lang={urduLang(post.html)}
        className={cn("mt-1", postTextStyle)}
        // biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised once, at write: lib/discussion/posts/post-html
        dangerouslySetInnerHTML={{ __html: post.html }}
      />
    </div>
  )
}
