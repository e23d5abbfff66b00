import { Clock as ClockIcon } from "lucide-react"
import { useTranslations } from "next-intl"
import { type Clock, Instant } from "@/components/lesson/instant"
import { stepAct } from "@/components/lesson/step-act"
import { TextLink } from "@/components/ui/text-link"
import type { HomeAssignment } from "@/lib/lesson/arrange-home"
import { nextStep } from "@/lib/lesson/steps"

type HomeDueProps = { assignments: readonly HomeAssignment[]; clock: Clock }

// On a phone each row folds into a small block: name and link, step and minutes, deadline.
const row =
  "max-md:grid max-md:grid-cols-[minmax(0,1fr)_auto] max-md:gap-x-4 max-md:py-3 border-rule border-t md:first:border-t-0 max-md:first:border-t-0 max-md:first:pt-0"
const cell = "max-md:p-0 md:py-3 md:pe-4"
const head = "pb-1 pe-4 text-start font-medium text-13 text-ink-3"

/** What else is due, by date, each with its next step and my own deadline. */
export function HomeDue({ assignments, clock }: HomeDueProps) {
  const home = useTranslations("lesson.home")
  return (
    <table className="w-full border-collapse max-md:block">
      <thead className="max-md:sr-only">
        <tr>
          <th className={`${head} md:w-[30%]`}>{home("columns.assignment")}</th>
          <th className={`${head} md:w-[22%]`}>{home("columns.next")}</th>
          <th className={head}>{home("columns.takes")}</th>
          <th className={head}>{home("columns.deadline")}</th>
          <th>
            <span className="sr-only">{home("columns.open")}</span>
          </th>
        </tr>
      </thead>
      <tbody className="max-md:block">
        {assignments.map((assignment) => (
          <DueRow key={assignment.id} assignment={assignment} clock={clock} />
        ))}
      </tbody>
    </table>
  )
}

function DueRow({ assignment, clock }: { assignment: HomeAssignment; clock: Clock }) {
  const home = useTranslations("lesson.home")
  const words = useTranslations("lesson.steps")
  const next = nextStep(assignment.steps)
  if (!next?.href) return null
  return (
    <tr className={row}>
      <td className={cell} dir="auto">
        <b className="font-semibold">{assignment.title}</b>
        <span className="block text-13 text-ink-3">{assignment.className}</span>
        {assignment.nudgedAt && (
          <span className="block text-13 text-accent">
            {home.rich("nudged", { at: () => <Instant at={assignment.nudgedAt as Date} clock={clock} /> })}
          </span>
        )}
      </td>
      <td className={`${cell} max-md:col-start-1`}>{words(`act.${stepAct(next)}`)}</td>
      <td className={`${cell} max-md:col-start-2 max-md:text-end max-md:text-ink-2`}>
        {home("minutes", { minutes: next.minutes })}
      </td>
      <td className={`${cell} max-md:col-span-2`}>
        <DueCell assignment={assignment} clock={clock} />
      </td>
      <td className="text-end max-md:col-start-2 max-md:row-start-1 max-md:p-0">
        <TextLink href={next.href} aria-label={home("openOf", { title: assignment.title })}>
          {assignment.started ? home("goOn") : home("start")}
        </TextLink>
      </td>
    </tr>
  )
}

function DueCell({ assignment, clock }: { assignment: HomeAssignment; clock: Clock }) {
  const home = useTranslations("lesson.home")
  const { dueAt, closesAt, ownPostBy } = assignment
  if (dueAt > clock.now)
    return (
      <>
        <Instant at={dueAt} clock={clock} />
        {ownPostBy && (
          <span className="block text-13 text-ink-3">
            {home.rich("ownPostBy", { at: () => <Instant at={ownPostBy} clock={clock} /> })}
          </span>
        )}
      </>
    )
  return (
    <>
      <span className="inline-flex items-center gap-1.5 font-medium text-part">
        <ClockIcon aria-hidden className="size-4" />
        <span>{home.rich("wasDueShort", { at: () => <Instant at={dueAt} clock={clock} /> })}</span>
      </span>
      <span className="block text-13 text-ink-3">
        {home.rich("openUntil", { at: () => <Instant at={closesAt} clock={clock} /> })}
      </span>
    </>
  )
}
