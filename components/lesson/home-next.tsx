import { Clock as ClockIcon } from "lucide-react"
import { useTranslations } from "next-intl"
import { type Clock, Instant } from "@/components/lesson/instant"
import { SentenceRuler } from "@/components/lesson/sentence-ruler"
import { stepAct } from "@/components/lesson/step-act"
import { StepList } from "@/components/lesson/step-list"
import { ButtonLink } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import { SentenceRef } from "@/components/ui/sentence-ref"
import { type HomeAssignment, sentencesBefore } from "@/lib/lesson/arrange-home"
import { daysBetween } from "@/lib/lesson/school-time"
import { nextStep } from "@/lib/lesson/steps"
import { urduLang } from "@/lib/reading/urdu"

type HomeNextProps = { assignment: HomeAssignment; clock: Clock }

/** The one thing to do next: what it is, where I am in it, one button, my own deadline, and its steps. */
export function HomeNext({ assignment, clock }: HomeNextProps) {
  const home = useTranslations("lesson.home")
  const words = useTranslations("lesson.steps")
  const next = nextStep(assignment.steps)
  if (!next?.href) return null
  const { title, started, className } = assignment
  return (
    <section aria-labelledby="next" className="pb-8 md:pb-12">
      <h1
        id="next"
        dir="auto"
        lang={urduLang(title)}
        className="mt-1 max-w-[24em] font-read font-semibold text-25 md:text-31"
      >
        {started ? home("middle", { title }) : home("begin", { title })}
      </h1>
      <p dir="auto" className="text-13 text-ink-3">
        {className}
      </p>
      <div className="mt-4 grid items-start gap-6 md:mt-5 lg:grid-cols-[minmax(0,1fr)_18rem] lg:gap-12">
        <div className="min-w-0">
          {assignment.nudgedAt && (
            <Notice className="mb-5 max-w-form">
              {home.rich("nudged", { at: () => <Instant at={assignment.nudgedAt as Date} clock={clock} /> })}
            </Notice>
          )}
          <Place assignment={assignment} />
          <div className="mt-5 flex flex-col gap-4 md:flex-row md:items-center md:gap-6">
            <ButtonLink variant="main" href={next.href} className="min-h-11 px-6">
              {words(`act.${stepAct(next)}`)}
            </ButtonLink>
            <Deadline assignment={assignment} clock={clock} />
          </div>
        </div>
        <StepList steps={assignment.steps} />
      </div>
    </section>
  )
}

function Place({ assignment: { paragraphs, place, sentencesRead, id } }: { assignment: HomeAssignment }) {
  const home = useTranslations("lesson.home")
  const total = paragraphs.reduce((sum, count) => sum + count, 0)
  if (total === 0) return null
  const label = place ? `${place.paragraph}.${place.ordinal}` : null
  const said = label
    ? home("rulerPlace", { read: sentencesRead, total, label })
    : home("ruler", { read: sentencesRead, total })
  return (
    <>
      <SentenceRuler
        paragraphs={paragraphs}
        place={place ? sentencesBefore(paragraphs, place) : null}
        label={said}
      />
      {place && label && (
        <p className="text-13 text-ink-2" dir="auto">
          {home("stopped")}{" "}
          <SentenceRef
            inline
            label={label}
            text={place.text}
            href={`/a/${id}/read#s-${label.replace(".", "-")}`}
          />{" "}
          <span dir="auto" lang={urduLang(place.text)} className="font-read">
            {place.text}
          </span>
        </p>
      )}
    </>
  )
}

function Deadline({ assignment, clock }: HomeNextProps) {
  const home = useTranslations("lesson.home")
  const { dueAt, closesAt, classDueAt, ownPostBy } = assignment
  const due = () => <Instant at={dueAt} clock={clock} long />
  if (dueAt <= clock.now)
    return (
      <p>
        <span className="inline-flex items-baseline gap-1.5 font-semibold text-part">
          <ClockIcon aria-hidden className="size-4 self-center" />
          <span>{home.rich("wasDue", { at: due })}</span>
        </span>{" "}
        <span className="text-ink-2">
          {home.rich("openUntil", { at: () => <Instant at={closesAt} clock={clock} /> })}
        </span>
      </p>
    )
  const days = daysBetween(classDueAt, dueAt, clock.timeZone)
  return (
    <p>
      <b className="font-semibold">{home.rich("deadline", { at: due })}</b>{" "}
      {days > 0 && <span className="text-ink-2">{home("moreThanClass", { days })}</span>}
      {ownPostBy && (
        <span className="block text-ink-2">
          {home.rich("ownPostBy", { at: () => <Instant at={ownPostBy} clock={clock} long /> })}
        </span>
      )}
    </p>
  )
}
