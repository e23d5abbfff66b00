import { useTranslations } from "next-intl"
import { OwnAppeal } from "@/components/discussion/moderation/appeal-parts"
import { useRuleWords } from "@/components/discussion/moderation/use-norms"
import { threadAddress } from "@/components/discussion/thread/thread-address"
import { postTime, type ThreadClock } from "@/components/discussion/thread/thread-clock"
import type { ActionResult } from "@/components/ui/action-form"
import { TextLink } from "@/components/ui/text-link"
import type { OwnActLine } from "@/lib/discussion/moderation/moderation-act"

type OwnActsProps = {
  assignmentId: string
  acts: readonly OwnActLine[]
  clock: ThreadClock
  appeal: (input: unknown) => Promise<ActionResult<unknown>>
}

/** What the staff did with a student's own posts here: the reason, the rule, and the way to a second look. */
export function OwnActs({ acts, ...rest }: OwnActsProps) {
  const words = useTranslations("discussion.ownActs")
  if (acts.length === 0) return null
  return (
    <section aria-labelledby="about-posts" className="mb-6 border-part border-s-2 ps-4">
      <h2 id="about-posts" className="font-semibold text-17">
        {words("title")}
      </h2>
      <ul>
        {acts.map((act) => (
          <li
            key={`${act.kind} ${act.at} ${act.postId}`}
            className="border-rule border-b py-2 last:border-b-0"
          >
            <OwnAct act={act} {...rest} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function OwnAct({ act, assignmentId, clock, appeal }: Omit<OwnActsProps, "acts"> & { act: OwnActLine }) {
  const words = useTranslations("discussion.ownActs")
  const rule = useRuleWords()(act)
  const isHiding = act.kind === "hidden"
  const kind =
    isHiding || act.kind === "returned" || act.kind === "name_revealed" ? act.kind : "private_opened"
  const href = threadAddress({ assignmentId, promptId: act.promptId }, { post: act.postId })
  const at = postTime(act.at, clock)
  return (
    <div className="grid justify-items-start gap-0.5">
      <p className="flex flex-wrap items-baseline gap-x-3">
        <b>{words(kind)}</b>
        <span className="text-13 text-ink-2">
          {isHiding || act.kind === "returned"
            ? words("when", { position: act.promptPosition, at })
            : words("whenBy", { name: act.by ?? words("someone"), at })}
        </span>
      </p>
      {act.reason && <p dir="auto">{words("reason", { reason: act.reason })}</p>}
      {rule && <p dir="auto">{words("rule", { rule })}</p>}
      {isHiding && (
        <OwnAppeal
          appeal={act.appeal}
          postId={act.postId}
          clock={clock}
          action={act.isUndone ? null : appeal}
        />
      )}
      {isHiding && act.isUndone && !act.appeal && <p>{words("shownAgain")}</p>}
      {isHiding && <TextLink href={href}>{words("open")}</TextLink>}
    </div>
  )
}
