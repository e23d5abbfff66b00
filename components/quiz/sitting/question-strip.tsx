"use client"

import { Flag, TextQuote } from "lucide-react"
import { useTranslations } from "next-intl"
import type { QuestionState } from "@/components/quiz/sitting/question-state"
import { cn } from "@/components/ui/cn"

type QuestionStripProps = {
  questions: readonly QuestionState[]
  /** Items in all; a place that no question has is a note's. */
  count: number
  /** Place of the open one; null on the review. */
  open: number | null
  /** Null where there is no way back: the numbers then only show. */
  onOpen: ((place: number) => void) | null
}

/** One number per question with its state as a line: solid is answered, dashed is on this device only, thin is open. */
export function QuestionStrip({ questions, count, open, onOpen }: QuestionStripProps) {
  const words = useTranslations("quiz.strip")
  const places = Array.from({ length: count }, (_, at) => at + 1)
  return (
    <nav
      aria-label={words("label")}
      // Numbers that lead nowhere take no focus, so that what is out of sight on a phone is scrolled to by the whole.
      tabIndex={onOpen === null ? 0 : undefined}
      className="max-md:-mx-1 max-md:w-full max-md:overflow-x-auto"
    >
      <ol className="flex">
        {places.map((place) => {
          const question = questions.find((one) => one.place === place)
          const common = { isOpen: place === open, onOpen: onOpen && (() => onOpen(place)) }
          return (
            <li key={place} className="max-md:min-w-6 max-md:flex-1">
              {question ? <QuestionMark question={question} {...common} /> : <NoteMark {...common} />}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}

type MarkProps = { isOpen: boolean; onOpen: (() => void) | null }

const markStyle =
  "relative grid h-11 w-full place-items-center font-medium focus-visible:-outline-offset-2 md:h-13 md:w-8.5"

function QuestionMark({ question, isOpen, onOpen }: MarkProps & { question: QuestionState }) {
  const words = useTranslations("quiz.strip")
  return (
    <button
      type="button"
      onClick={onOpen ?? undefined}
      disabled={onOpen === null}
      aria-current={isOpen ? "step" : undefined}
      aria-label={words("question", {
        position: question.number,
        progress: question.progress,
        onDevice: String(question.onDevice),
        flagged: String(question.flagged),
      })}
      className={cn(markStyle, lineStyle(question, isOpen))}
    >
      <span>{question.number}</span>
      {question.flagged && (
        <Flag aria-hidden className="absolute end-0 top-1 size-3 fill-current text-part" />
      )}
    </button>
  )
}

/** A text between questions has no number, and no line below it that an answer would fill. */
function NoteMark({ isOpen, onOpen }: MarkProps) {
  const words = useTranslations("quiz.strip")
  return (
    <button
      type="button"
      onClick={onOpen ?? undefined}
      disabled={onOpen === null}
      aria-current={isOpen ? "step" : undefined}
      aria-label={words("note")}
      className={cn(markStyle, isOpen ? openStyle : "text-ink-3")}
    >
      <TextQuote aria-hidden className="size-4" />
    </button>
  )
}

const line = "after:absolute after:inset-x-1 after:bottom-1.5 after:content-[''] md:after:bottom-2"

const openStyle = cn(
  line,
  "font-bold text-accent after:inset-x-2 after:h-[3px] after:bg-accent",
  "before:absolute before:inset-x-0.5 before:top-1.5 before:bottom-0.5 before:rounded-corner before:border-2 before:border-accent before:content-[''] md:before:top-2 md:before:bottom-1",
)

function lineStyle({ progress, onDevice }: QuestionState, isOpen: boolean): string {
  if (isOpen) return openStyle
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
