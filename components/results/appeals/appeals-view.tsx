import { useTranslations } from "next-intl"
import type { Clock } from "@/components/lesson/instant"
import { AppealDecision, type DecideAppeal } from "@/components/results/appeals/appeal-decision"
import { AppealParts } from "@/components/results/appeals/appeal-parts"
import { ClientMessages } from "@/components/ui/client-messages"
import { EmptyState } from "@/components/ui/empty-state"
import { Notice } from "@/components/ui/notice"
import { TextLink } from "@/components/ui/text-link"
import type { SentenceView } from "@/lib/reading/sentences"
import type { AppealEntry, ItemAppeals } from "@/lib/results/appeals/build-appeals"
import { pointsToGive } from "@/lib/results/appeals/judge-appeal"

type AppealsViewProps = {
  assignmentId: string
  items: readonly ItemAppeals[]
  sentences: readonly SentenceView[]
  clock: Clock
  /** Null for who only looks. */
  decide: DecideAppeal | null
}

/** Item by item: who thinks their score is wrong, why, and what was decided. */
export function AppealsView(props: AppealsViewProps) {
  const words = useTranslations("results.appeals")
  const { items } = props
  if (items.length === 0) return <EmptyState title={words("none")}>{words("noneMore")}</EmptyState>
  return (
    <ClientMessages rooms={["results.appeals"]}>
      <p className="max-w-read pt-5 text-ink-2">{words("lead")}</p>
      {items.map((one) => (
        <ItemSection key={one.item.itemId} {...props} one={one} />
      ))}
    </ClientMessages>
  )
}

type SectionProps = AppealsViewProps & { one: ItemAppeals }

function ItemSection(props: SectionProps) {
  const words = useTranslations("results.appeals")
  const { item, entries, isMany } = props.one
  const { position, prompt } = item
  const fixing = `/teach/assignments/${props.assignmentId}/items/${item.itemId}/fix`
  const analysis = (
    <>
      <TextLink href={`/teach/assignments/${props.assignmentId}/items#question-${position}`}>
        {words("seeItem", { position })}
      </TextLink>{" "}
      {props.decide && (
        <TextLink href={fixing} className="ms-4">
          {words("fixItem", { position })}
        </TextLink>
      )}
    </>
  )
  return (
    <section id={`question-${position}`} aria-labelledby={`appeals-${position}`} className="scroll-mt-4 pt-6">
      <div className="flex flex-wrap items-baseline gap-x-6 gap-y-1">
        <h2 id={`appeals-${position}`} dir="auto" className="min-w-0 font-semibold text-17">
          <span className="me-2 text-ink-3 tabular-nums">{position}</span>
          {prompt}
        </h2>
        {!isMany && <span className="text-13">{analysis}</span>}
      </div>
      {isMany && (
        <Notice kind="warning" className="mt-3 max-w-read" acts={analysis}>
          {words("many", { count: entries.length })}
        </Notice>
      )}
      <ul className="mt-3">
        {entries.map((entry) => (
          <li key={entry.appeal.attemptId} className="border-rule border-t py-5">
            <Entry {...props} entry={entry} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Entry({
  entry,
  one,
  sentences,
  clock,
  assignmentId,
  decide,
}: SectionProps & { entry: AppealEntry }) {
  const { appeal, student, answered } = entry
  const { numerator, denominator } = answered.earned ?? { numerator: 0, denominator: 1 }
  const share = answered.earned && { numerator, denominator: denominator * one.item.points }
  return (
    <article aria-labelledby={`appeal-${appeal.attemptId}-${one.item.position}`}>
      <AppealParts
        entry={entry}
        headingId={`appeal-${appeal.attemptId}-${one.item.position}`}
        studentHref={`/teach/assignments/${assignmentId}/students/${student.enrolmentId}`}
        sentences={sentences}
        clock={clock}
      />
      <AppealDecision
        place={{ assignmentId, attemptId: appeal.attemptId, itemId: appeal.itemId }}
        standing={
          appeal.state === "open"
            ? null
            : { state: appeal.state, answer: appeal.answer, by: appeal.decidedBy, at: appeal.decidedAt }
        }
        name={student.displayName}
        offered={pointsToGive({ points: one.item.points, share })}
        clock={clock}
        action={decide}
      />
    </article>
  )
}
