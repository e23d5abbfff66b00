import { useTranslations } from "next-intl"
import { type NudgeAction, NudgeStudents } from "@/components/results/grid/nudge-students"
import { ClientMessages } from "@/components/ui/client-messages"
import { TextLink } from "@/components/ui/text-link"
import type { Need } from "@/lib/results/grid/find-needs"

/** How many names a line takes before the rest is counted. */
const MOST_NAMES = 3

type NeedsListProps = {
  needs: readonly Need[]
  base: string
  /** How students are asked to go on; null for who may not. */
  nudging: Nudging | null
}

export type Nudging = {
  assignmentId: string
  action: NudgeAction
  /** An instant, in the school's words. */
  when: (instant: Date) => string
}

/** What wants the teacher now, each with where to go. */
export function NeedsList({ needs, base, nudging }: NeedsListProps) {
  const results = useTranslations("results")
  return (
    <section aria-labelledby="needs" className="grid gap-y-2 py-5 md:grid-cols-[11rem_minmax(0,1fr)]">
      <h2 id="needs" className="font-semibold leading-8">
        {results("needs.title")}
      </h2>
      {needs.length === 0 ? (
        <p className="text-ink-2 leading-8">{results("needs.nothing")}</p>
      ) : (
        <ul>
          {needs.map((need) => (
            <NeedLine
              key={need.code + ("position" in need ? need.position : "")}
              need={need}
              base={base}
              nudging={nudging}
            />
          ))}
        </ul>
      )}
    </section>
  )
}

function NeedLine({ need, base, nudging }: Omit<NeedsListProps, "needs"> & { need: Need }) {
  const results = useTranslations("results")
  const count = "letter" in need ? 1 : need.code === "evidence" ? 1 : need.count
  return (
    <li className="grid grid-cols-[2rem_minmax(0,1fr)] items-baseline gap-x-1 border-rule border-t py-1.5 first:border-0 md:grid-cols-[2rem_minmax(0,1fr)_auto]">
      <b className="font-semibold text-17 text-accent tabular-nums">{count}</b>
      <p>
        <span className="font-medium">{results(`needs.${need.code}`, { count })}</span>{" "}
        <span className="text-13 text-ink-2">
          <NeedMore need={need} />
        </span>
        {nudging && "nudge" in need && <NudgeThem need={need} nudging={nudging} />}
      </p>
      <NeedLink need={need} base={base} />
    </li>
  )
}

type IdleNeed = Extract<Need, { nudge: unknown }>

/** Asks those who were not asked lately; else says when they were. */
function NudgeThem({ need: { code, nudge }, nudging }: { need: IdleNeed; nudging: Nudging }) {
  const results = useTranslations("results")
  const { enrolmentIds, last } = nudge
  const count = enrolmentIds.length
  return (
    <span className="flex flex-wrap items-center gap-x-3 text-13 text-ink-2 print:hidden">
      {count > 0 && (
        <ClientMessages rooms={["results.nudge"]}>
          <NudgeStudents
            assignmentId={nudging.assignmentId}
            action={nudging.action}
            enrolmentIds={enrolmentIds}
            code={code}
          />
        </ClientMessages>
      )}
      {last && results("nudge.asked", { when: nudging.when(last) })}
    </span>
  )
}

function NeedMore({ need }: { need: Need }) {
  const results = useTranslations("results")
  if (need.code === "misread") return results("needs.misreadMore", need)
  if (need.code === "checkKey") return results("needs.checkKeyMore", need)
  if (need.code === "evidence") return results("needs.evidenceMore", need)
  if (need.code === "toGrade")
    return results("needs.toGradeMore", { position: need.position, title: need.title })
  if (need.code === "appeal")
    return results("needs.appealMore", { position: need.position, title: need.title })
  if (need.code === "reply") return results("needs.replyMore", { position: need.position, title: need.title })
  if (need.code === "unreleased" || need.code === "differ") return null
  const first = need.names.slice(0, MOST_NAMES).join(", ")
  const rest = need.names.length - MOST_NAMES
  return rest > 0 ? results("needs.andMore", { names: first, count: rest }) : first
}

function NeedLink({ need, base }: { need: Need; base: string }) {
  const results = useTranslations("results")
  if (need.code === "unreleased") return null
  if (need.code === "late")
    return (
      <TextLink
        href={`${base}/students/${need.enrolmentId}`}
        className="max-md:col-start-2 max-md:justify-self-start"
      >
        {results("needs.seeLate", { name: need.names[0] ?? "" })}
      </TextLink>
    )
  if (need.code === "toGrade")
    return (
      <TextLink
        href={`${base}/grade?item=${need.itemId}`}
        className="max-md:col-start-2 max-md:justify-self-start"
      >
        {results("needs.grade")}
      </TextLink>
    )
  if (need.code === "reply" || need.code === "differ")
    return (
      <TextLink
        href={
          need.code === "reply"
            ? `${base}/grade?item=${need.itemId}&answer=${need.attemptId}`
            : `${base}/grade?only=differing`
        }
        className="max-md:col-start-2 max-md:justify-self-start"
      >
        {results(need.code === "reply" ? "needs.seeReply" : "needs.seeDiffer")}
      </TextLink>
    )
  if (need.code === "appeal")
    return (
      <TextLink
        href={`${base}/appeals#question-${need.position}`}
        className="max-md:col-start-2 max-md:justify-self-start"
      >
        {results("needs.seeAppeals")}
      </TextLink>
    )
  const isItem = need.code === "misread" || need.code === "checkKey" || need.code === "evidence"
  const href = isItem ? `${base}/items#question-${need.position}` : `${base}?show=needs#students`
  return (
    <TextLink href={href} className="max-md:col-start-2 max-md:justify-self-start">
      {isItem ? results("needs.seeItem", { position: need.position }) : results("needs.seeThem")}
    </TextLink>
  )
}
