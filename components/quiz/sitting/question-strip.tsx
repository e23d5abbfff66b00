"use client"

import { Flag } from "lucide-react"
import { useTranslations } from "next-intl"
import type { QuestionState } from "@/components/quiz/sitting/question-state"
import { cn } from "@/components/ui/cn"

type QuestionStripProps = {
  questions: readonly QuestionState[]
  /** Position of the open one; null on the review. */
  open: number | null
  /** Null where there is no way back: the numbers then only show. */
  onOpen: ((position: number) => void) | null
}

/** One number per question with its state as a line: solid is answered, dashed is on this device only, thin is open. */
export function QuestionStrip({ questions, open, onOpen }: QuestionStripProps) {
  const words = useTranslations("quiz.strip")
  return (
    <nav aria-label={words("label")} className="max-md:-mx-1 max-md:w-full max-md:overflow-x-auto">
      <ol className="flex">
        {questions.map((question) => (
          <li key={question.itemId} className="max-md:min-w-6 max-md:flex-1">
            <button
              type="button"
              onClick={() => onOpen?.(question.position)}
              disabled={onOpen === null}
              aria-current={question.position === open ? "step" : undefined}
              aria-label={words("question", {
                position: question.position,
                progress: question.progress,
                onDevice: String(question.onDevice),
                flagged: String(question.flagged),
              })}
              className={cn(
                "relative grid h-11 w-full place-items-center font-medium focus-visible:-outline-offset-2 md:h-13 md:w-8.5",
                lineStyle(question, question.position === open),
              )}
            >
              <span>{question.position}</span>
              {question.flagged && (
                <Flag aria-hidden className="absolute end-0 top-1 size-3 fill-current text-part" />
              )}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}

const line = "after:absolute after:inset-x-1 after:bottom-1.5 after:content-[''] md:after:bottom-2"

function lineStyle({ progress, onDevice }: QuestionState, isOpen: boolean): string {
  if (isOpen)
    return cn(
      line,
      "font-bold text-accent after:inset-x-2 after:h-[3px] after:bg-accent",
      "before:absolute before:inset-x-0.5 before:top-1.5 before:bottom-0.5 before:rounded-corner before:border-2 before:border-accent before:content-[''] md:before:top-2 md:before:bottom-1",
    )
  if (progress !== "unanswered" && onDevice)
    return cn(
      line,
      "text-ink after:h-[3px] after:bg-[repeating-linear-gradient(90deg,var(--color-held)_0_4px,transparent_4px_7px)]",
    )
  if (progress === "answered") return cn(line, "text-ink after:h-[3px] after:bg-ink-2")
  if (progress === "incomplete")
    return cn(
      line,
      "text-ink after:h-[3px] after:bg-linear-90 after:from-50% after:from-ink-2 after:to-50% after:to-rule",
    )
  return cn(line, "text-ink-3 after:border-rule-firm after:border-b")
}
