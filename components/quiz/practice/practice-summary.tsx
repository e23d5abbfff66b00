"use client"

import { useTranslations } from "next-intl"
import type { RefObject } from "react"
import { VerdictMark, verdictColour } from "@/components/quiz/results/verdict-mark"
import { ButtonLink } from "@/components/ui/button"
import { cn } from "@/components/ui/cn"
import { SubmitButton } from "@/components/ui/submit-button"
import type { ItemResult } from "@/lib/quiz/build-results"
import type { PublicItem } from "@/lib/quiz/public-item"
import { type Verdict, verdictGroup } from "@/lib/quiz/verdict"

type PracticeSummaryProps = {
  kind: "retry" | "one_week" | "three_weeks"
  items: readonly PublicItem[]
  results: ReadonlyMap<number, ItemResult>
  inQuiz: Record<string, Verdict>
  resultsHref: string
  focus: RefObject<HTMLElement | null>
  again: (() => Promise<void>) | null
}

/** How it went: each question in the quiz and now. */
export function PracticeSummary(props: PracticeSummaryProps) {
  const { kind, items, results, inQuiz, resultsHref, focus, again } = props
  const words = useTranslations("quiz.practice")
  const answered = items.flatMap((item) => {
    const result = results.get(item.position)
    return result ? [{ item, now: result.verdict, before: inQuiz[item.itemId] ?? "unanswered" }] : []
  })
  const right = answered.filter(({ now }) => verdictGroup(now) === "right").length
  return (
    <div className="page max-w-[48rem]">
      <p className="text-13 text-ink-2">{words("title", { kind })}</p>
      <h1
        ref={focus as RefObject<HTMLHeadingElement>}
        tabIndex={-1}
        className="mt-1 font-read font-semibold text-25 md:text-31"
      >
        {words("summary", { right, count: answered.length })}
      </h1>
      <p className="mt-2 text-ink-2">{words("summaryMore")}</p>
      <ThenAndNow answered={answered} />
      <div className="mt-6 flex flex-wrap gap-3">
        <ButtonLink href={resultsHref} variant="main">
          {words("toResults")}
        </ButtonLink>
        {again && (
          <form action={again}>
            <SubmitButton variant="line">{words("again")}</SubmitButton>
          </form>
        )}
        <ButtonLink href="/home" variant="quiet">
          {words("toHome")}
        </ButtonLink>
      </div>
    </div>
  )
}

type ThenAndNowProps = { answered: readonly { item: PublicItem; now: Verdict; before: Verdict }[] }

// On a phone the two outcomes stand below the question, each under its word.
const cell = "py-3 pe-4 align-top max-md:block max-md:py-0.5 max-md:ps-0"

function ThenAndNow({ answered }: ThenAndNowProps) {
  const words = useTranslations("quiz.practice.columns")
  if (answered.length === 0) return null
  return (
    <table className="mt-6 w-full border-collapse text-start max-md:block">
      <thead className="max-md:sr-only">
        <tr className="text-13 text-ink-3">
          {(["question", "then", "now"] as const).map((column) => (
            <th key={column} scope="col" className="pe-4 pb-1 text-start font-medium">
              {words(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-md:block">
        {answered.map(({ item, before, now }) => (
          <tr key={item.itemId} className="border-rule border-t max-md:block max-md:py-3">
            <th scope="row" dir="auto" className={cn(cell, "text-start font-normal md:w-1/2")}>
              {item.prompt}
            </th>
            <td className={cell}>
              <Outcome label={words("then")} verdict={before} />
            </td>
            <td className={cell}>
              <Outcome label={words("now")} verdict={now} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Outcome({ label, verdict }: { label: string; verdict: Verdict }) {
  const words = useTranslations("quiz.results.verdict")
  const group = verdictGroup(verdict)
  return (
    <span className="flex items-center gap-1.5 text-15">
      <span aria-hidden className="w-20 text-13 text-ink-3 md:hidden">
        {label}
      </span>
      <span className={cn("flex items-center gap-1.5", verdictColour[group])}>
        <VerdictMark group={group} />
        {words(verdict)}
      </span>
    </span>
  )
}
