import { useTranslations } from "next-intl"
import { WhatMoved } from "@/components/discussion/stance/what-moved"
import { Hang } from "@/components/ui/hang"
import type { ClassShift } from "@/lib/discussion/stance/class-shift"
import { shiftAnswer } from "@/lib/discussion/stance/shift-answer"
import type { Moment } from "@/lib/discussion/stance/stance-moments"
import { type Shift, type ShiftSummary, shifts } from "@/lib/discussion/stance/summarise-shift"

type ShiftSectionProps = ClassShift & { assignmentId: string }

/** Who moved between two moments: the question, the answer in words, three bars, the same as a table, and what moved them. */
export function ShiftSection({ from, to, summary, moved, assignmentId }: ShiftSectionProps) {
  const words = useTranslations("discussion.summary")
  const moments = useTranslations("discussion.stance.moments")
  const between = { from: moments(from), to: moments(to) }
  return (
    <Hang label={words(`questions.${questionOf(from, to)}`)} note={words("between", between)}>
      <p className="text-17">
        <Answer summary={summary} />
      </p>
      <p className="mt-1 text-13 text-ink-2">{words("answered", { count: summary.answered })}</p>
      {shiftAnswer(summary) !== "tooFew" && (
        <>
          <ShiftBars summary={summary} />
          <ShiftTable summary={summary} />
          {moved && <WhatMoved assignmentId={assignmentId} moved={moved} />}
        </>
      )}
    </Hang>
  )
}

const questions = {
  "before_reading after_reading": "before_reading_after_reading",
  "after_reading after_discussion": "after_reading_after_discussion",
  "before_reading after_discussion": "before_reading_after_discussion",
} as const

const questionOf = (from: Moment, to: Moment) =>
  questions[`${from} ${to}` as keyof typeof questions] ?? "before_reading_after_discussion"

function Answer({ summary }: { summary: ShiftSummary }) {
  const words = useTranslations("discussion.summary")
  const answer = shiftAnswer(summary)
  const isPartial = shifts.some((shift) => summary[shift] === null)
  if (answer === "tooFew") return words("tooFew")
  const rest = isPartial ? words("someHidden") : ""
  return `${words(`answer.${answer}`)} ${rest}`
}

const fills: Record<Shift, string> = {
  toward: "fill-stance-for",
  stayed: "fill-stance-mid",
  away: "fill-stance-against",
}

const BAR = 14
const LINE = 34

/** Bars in numbers of people; a number that is not shown has no bar, so that no length tells it. */
function ShiftBars({ summary }: { summary: ShiftSummary }) {
  const words = useTranslations("discussion.summary")
  const most = Math.max(1, ...shifts.map((shift) => summary[shift] ?? 0))
  return (
    <div className="mt-4 grid max-w-[40rem] gap-y-2">
      {shifts.map((shift) => {
        const count = summary[shift]
        return (
          <div key={shift} className="grid items-center md:grid-cols-[14rem_minmax(0,1fr)] gap-x-4">
            <span className="text-ink-2">{words(shift)}</span>
            {count === null ? (
              <span className="text-13 text-ink-3">{words("notShown")}</span>
            ) : (
              <span className="flex items-center gap-3">
                <svg
                  aria-hidden="true"
                  width={`${(60 * count) / most}%`}
                  height={LINE - 10}
                  className="shrink-0"
                >
                  <rect y={(LINE - 10 - BAR) / 2} width="100%" height={BAR} className={fills[shift]} />
                </svg>
                <b className="whitespace-nowrap">{words("people", { count })}</b>
              </span>
            )}
          </div>
        )
      })}
    </div>
  )
}

function ShiftTable({ summary }: { summary: ShiftSummary }) {
  const words = useTranslations("discussion.summary")
  return (
    <details className="mt-4">
      <summary className="inline-flex min-h-6 cursor-pointer items-center text-13 text-accent">
        {words("table")}
      </summary>
      <table className="mt-2 text-15">
        <thead>
          <tr className="text-start text-13 text-ink-3">
            <th scope="col" className="pe-8 pb-1 text-start font-medium">
              {words("columnShift")}
            </th>
            <th scope="col" className="pb-1 text-end font-medium">
              {words("columnStudents")}
            </th>
          </tr>
        </thead>
        <tbody>
          {shifts.map((shift) => (
            <tr key={shift} className="border-rule border-t">
              <th scope="row" className="py-1 pe-8 text-start font-normal">
                {words(shift)}
              </th>
              <td className="py-1 text-end">{summary[shift] ?? words("notShown")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
