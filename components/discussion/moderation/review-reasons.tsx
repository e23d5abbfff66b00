import { useTranslations } from "next-intl"
import { postTime, type ThreadClock } from "@/components/discussion/thread/thread-clock"
import type { FlagView, ReviewedPost } from "@/lib/discussion/moderation/reviewed-post"

type ReviewReasonsProps = { post: ReviewedPost; clock: ThreadClock }

/** Why staff see a post here: its flags, each with what was written and why that is watched, and why it was given back. */
export function ReviewReasons({ post, clock }: ReviewReasonsProps) {
  const words = useTranslations("discussion.review")
  const { flags, returned } = post
  if (flags.length === 0 && !returned) return null
  return (
    <ul className="mt-2 border-rule-firm border-s-2 ps-3 text-15 text-ink-2">
      {flags.map((flag) => (
        <li
          key={`${flag.kind} ${flag.at} ${"passage" in flag ? `${flag.word} ${flag.passage}` : ""}`}
          dir="auto"
        >
          {flag.kind === "watched" ? (
            <Watched flag={flag} />
          ) : (
            words("changed", { at: postTime(flag.at, clock) })
          )}
        </li>
      ))}
      {returned && (
        <li dir="auto">
          {words("returnedFor", {
            by: returned.by ?? words("someone"),
            at: postTime(returned.at, clock),
            reason: returned.reason,
          })}
        </li>
      )}
    </ul>
  )
}

function Watched({ flag }: { flag: Extract<FlagView, { kind: "watched" }> }) {
  const words = useTranslations("discussion.review")
  const { word, passage, note } = flag
  const isPlain = passage.toLowerCase() === word.toLowerCase()
  return (
    <>
      <b className="text-ink">
        {isPlain ? words("watchedPlain", { word }) : words("watched", { passage, word })}
      </b>
      {note && <span> {words("note", { note })}</span>}
    </>
  )
}
