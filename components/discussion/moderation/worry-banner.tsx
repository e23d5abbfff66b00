import { useTranslations } from "next-intl"
import { postTime, type ThreadClock } from "@/components/discussion/thread/thread-clock"
import { ActButton } from "@/components/ui/act-button"
import type { ActionResult } from "@/components/ui/action-form"
import { Notice } from "@/components/ui/notice"
import { TextLink } from "@/components/ui/text-link"
import type { WorryView } from "@/lib/discussion/moderation/worry"

type WorryBannerProps = {
  worries: readonly WorryView[]
  clock: ThreadClock
  take: (input: unknown) => Promise<ActionResult<unknown>>
}

/** On every staff page, until somebody says "I am on it": a student is worried about somebody. */
export function WorryBanner({ worries, clock, take }: WorryBannerProps) {
  const words = useTranslations("discussion.worry")
  if (worries.length === 0) return null
  return (
    <section aria-label={words("region")} className="mb-5 grid gap-2 print:hidden">
      {worries.map(({ postId, assignmentId, className, title, promptPosition, at }) => (
        <Notice
          key={postId}
          kind="error"
          title={words("title")}
          acts={
            <>
              <TextLink href={`/teach/assignments/${assignmentId}/worries/${postId}`}>
                {words("read")}
              </TextLink>
              <ActButton action={take} input={{ postId }}>
                {words("take")}
              </ActButton>
            </>
          }
        >
          <p dir="auto">
            {words("text", { className, title, position: promptPosition, at: postTime(at, clock) })}
          </p>
        </Notice>
      ))}
    </section>
  )
}
