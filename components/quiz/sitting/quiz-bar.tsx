"use client"

import { useTranslations } from "next-intl"
import { isGiven, type QuestionState } from "@/components/quiz/sitting/question-state"
import { QuestionStrip } from "@/components/quiz/sitting/question-strip"
import { TimeLeft } from "@/components/quiz/sitting/time-left"
import type { QuizLayout } from "@/components/quiz/sitting/use-layout"
import { Segmented } from "@/components/ui/segmented"
import { Stamp } from "@/components/ui/stamp"

type QuizBarProps = {
  questions: readonly QuestionState[]
  /** Items in all, notes among them. */
  count: number
  /** Place of the open item; null on the review. */
  open: number | null
  onOpen: (place: number) => void
  /** Milliseconds; null without an end. */
  left: number | null
  isOneWay: boolean
  /** One at a time or all on one page; null where there is nothing to choose. */
  layout: { chosen: QuizLayout; onChoose: (layout: QuizLayout) => void } | null
  closesLabel: string | null
  /** How many answers are on this device only. */
  unsent: number
}

/** Above the quiz: the numbers, what was answered, the time. */
export function QuizBar(props: QuizBarProps) {
  const { questions, count, open, onOpen, isOneWay, layout, left, closesLabel, unsent } = props
  const words = useTranslations("quiz.strip")
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-x-6 border-rule border-b px-4 max-md:pb-1.5 md:px-6">
      <QuestionStrip questions={questions} count={count} open={open} onOpen={isOneWay ? null : onOpen} />
      <p className="text-13 text-ink-2">
        {words.rich("answered", {
          count: questions.filter(isGiven).length,
          b: (text) => <b className="text-ink">{text}</b>,
        })}
      </p>
      {unsent > 0 && <Stamp state="local">{words("onDevice", { count: unsent })}</Stamp>}
      {layout && (
        <Segmented
          label={words("layout")}
          value={layout.chosen}
          onChange={(value) => layout.onChoose(value === "all" ? "all" : "one")}
          segments={[
            { value: "one", label: words("one") },
            { value: "all", label: words("all") },
          ]}
        />
      )}
      {left !== null && <TimeLeft left={left} closesLabel={closesLabel} />}
    </div>
  )
}
