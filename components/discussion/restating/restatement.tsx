import { useTranslations } from "next-intl"
import type { RestatingActions } from "@/components/discussion/posts/post-acts"
import { postTextStyle } from "@/components/discussion/posts/post-text-style"
import { AskedOfYourView } from "@/components/discussion/restating/asked-of-your-view"
import { LiveRestating } from "@/components/discussion/restating/live-restating"
import { RewordForm } from "@/components/discussion/restating/reword-form"
import { RoundEnd } from "@/components/discussion/restating/round-end"
import { SettleRestatement } from "@/components/discussion/restating/settle-restatement"
import { postTime, type ThreadClock } from "@/components/discussion/thread/thread-clock"
import { cn } from "@/components/ui/cn"
import type { RestatingView, RoundView } from "@/lib/discussion/restating/restating-view"
import type { PostView } from "@/lib/discussion/thread/thread-view"
import { urduLang } from "@/lib/reading/urdu"

type RestatementProps = {
  post: PostView
  restating: RestatingView
  around: { acts: RestatingActions | null; userId: string; clock: ThreadClock }
}

/** What the post that is answered says, in the words of whoever answers it, and what its author says to that. */
export function Restatement({ post, restating, around }: RestatementProps) {
  const words = useTranslations("discussion.restating")
  const { rounds, ofYou } = restating
  const last = rounds.at(-1) ?? rounds[0]
  const people = { restated: post.answers ?? "", writer: post.author?.name ?? "" }
  return (
    <LiveRestating postId={post.id}>
      <section
        aria-labelledby={`restated-${post.id}`}
        className={cn("my-2 border-s-2 ps-3", isAgreed(last) ? "border-right" : "border-rule-firm")}
      >
        <p id={`restated-${post.id}`} dir="auto" className="font-semibold text-13 text-ink-2">
          {words(ofYou ? "titleOfYou" : post.own ? "titleByYou" : "title", people)}
        </p>
        <Said html={last.html} />
        <RoundEnd round={last} ofYou={ofYou} restated={people.restated} asksYou={restating.asksYou} />
        <Earlier rounds={rounds.slice(0, -1)} ofYou={ofYou} restated={people.restated} />
        <Acts {...{ post, restating, last, around }} />
      </section>
    </LiveRestating>
  )
}

const isAgreed = ({ state }: RoundView): boolean => state === "confirmed" || state === "fair"

function Said({ html }: { html: string }) {
  return (
    <div
      lang={urduLang(html)}
      className={postTextStyle}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised once, at write: lib/discussion/posts/post-html
      dangerouslySetInnerHTML={{ __html: html }}
    />
  )
}

type EarlierProps = { rounds: readonly RoundView[]; ofYou: boolean; restated: string }

/** Rounds that are over, to be opened. */
function Earlier({ rounds, ...who }: EarlierProps) {
  const words = useTranslations("discussion.restating")
  if (rounds.length === 0) return null
  return (
    <details className="mt-1">
      <summary className="inline-flex min-h-6 cursor-pointer items-center text-13 text-accent hover:underline pointer-coarse:min-h-11">
        {words("earlier", { count: rounds.length })}
      </summary>
      <ol className="grid gap-3 pt-1 ps-3">
        {rounds.map((round) => (
          <li key={round.number}>
            <Said html={round.html} />
            <RoundEnd round={round} asksYou={false} {...who} />
          </li>
        ))}
      </ol>
    </details>
  )
}

/** What this reader can do: say whether it is their view, put it otherwise, settle it. */
function Acts({ post, restating, last, around }: RestatementProps & { last: RoundView }) {
  const { acts, userId, clock } = around
  if (!acts) return null
  const about = { postId: post.id, number: last.number, userId }
  const { reword, asksYou, maySettle } = restating
  return (
    <>
      {asksYou && <AskedOfYourView key={last.number} {...about} answer={acts.answerRestatement} />}
      {reword && (
        <RewordForm
          key={last.number}
          {...about}
          words={reword.words}
          until={reword.until === null ? null : postTime(reword.until, clock)}
          reword={acts.rewordRestatement}
        />
      )}
      {maySettle && <SettleRestatement {...about} settle={acts.settleRestatement} />}
    </>
  )
}
