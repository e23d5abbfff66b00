"use client"

import { Check } from "lucide-react"
import { useTranslations } from "next-intl"
import { OverrideHistory } from "@/components/results/gradebook/override-history"
import { TextLink } from "@/components/ui/text-link"
import type { CellView, StepView } from "@/lib/results/gradebook/cell-view"

type CellDetailProps = { view: CellView; assignmentId: string; enrolmentId: string; studentHref: string }

/** Where one student stands in one assignment, step by step, and what leads further. */
export function CellDetail({ view, assignmentId, enrolmentId, studentHref }: CellDetailProps) {
  const words = useTranslations("results.gradebook.cell")
  const base = `/teach/assignments/${assignmentId}`
  const facts = [
    words("dueAt", { when: view.due }),
    view.handedIn && words("handedInAt", { when: view.handedIn }),
    view.lateDays > 0 && words("late", { days: view.lateDays }),
    view.latePercent > 0 && words("percentOff", { percent: view.latePercent }),
  ].filter((fact) => typeof fact === "string")
  return (
    <>
      <p dir="auto" className="font-read text-17">
        {view.title}
      </p>
      <p className="mt-2">
        {view.score && (
          <b className="me-2 font-semibold text-20 tabular-nums">{words("score", view.score)}</b>
        )}
        <span className="text-ink-2">{words(`kind.${view.kind}`)}</span>
      </p>
      {view.isSet && (
        <p className="text-part">
          {words("setByHand")}.{" "}
          <span className="text-ink-2">
            {words("computed", {
              score: view.computed ? words("score", view.computed) : words("nothingComputed"),
            })}
          </span>
        </p>
      )}
      {view.isDropped && <p className="text-ink-2">{words("dropped")}</p>}
      {view.excuseReason && (
        <p dir="auto" className="text-ink-2">
          {words("excuseReason", { reason: view.excuseReason })}
        </p>
      )}
      <p className="text-13 text-ink-2">{facts.join(". ")}</p>
      <ul
        aria-label={words("steps")}
        className="mt-3 flex flex-wrap gap-x-5 gap-y-1 border-rule border-y py-2 text-13"
      >
        {view.steps.map((step) => (
          <StepLine key={step.step} {...step} view={view} />
        ))}
      </ul>
      <p className="mt-2 flex flex-wrap gap-x-5 text-13">
        <TextLink href={`${base}/students/${enrolmentId}`}>{words("answers")}</TextLink>
        {view.posts + view.replies > 0 && (
          <TextLink href={`${base}/discussion#student-${enrolmentId}`}>{words("discussion")}</TextLink>
        )}
        <TextLink href={base}>{words("toWork")}</TextLink>
        <TextLink href={studentHref}>{words("toStudent")}</TextLink>
      </p>
      <OverrideHistory entries={view.history} />
    </>
  )
}

function StepLine({ step, state, view }: StepView & { view: CellView }) {
  const words = useTranslations("results.gradebook.cell")
  const said = { done: words("done"), begun: words("begun"), notDone: words("notDone") }[state]
  return (
    <li className="flex items-center gap-1">
      {state === "done" && <Check aria-hidden className="size-3.5 text-right" />}
      <b className="font-semibold">{words(`step.${step}`)}</b>
      <span className="text-ink-2">
        {step === "discuss" && state === "done"
          ? words("posts", { posts: view.posts, replies: view.replies })
          : said}
      </span>
    </li>
  )
}
