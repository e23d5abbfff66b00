"use client"

import { Flag } from "lucide-react"
import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { isGiven, type QuestionState } from "@/components/quiz/sitting/question-state"
import { cn } from "@/components/ui/cn"
import { Stamp } from "@/components/ui/stamp"
import type { PublicItem } from "@/lib/quiz/public-item"

type ReviewProps = {
  items: readonly PublicItem[]
  questions: readonly QuestionState[]
  /** Called with the place of a question among all items. Null where there is no way back. */
  onOpen: ((place: number) => void) | null
}

/** Every question with how far it is; each line leads to it. */
function Review({ items, questions, onOpen }: ReviewProps) {
  const words = useTranslations("quiz.review")
  return (
    <ol className="border-rule border-b">
      {questions.map((question) => (
        <li key={question.itemId} className="border-rule border-t">
          <button
            type="button"
            onClick={() => onOpen?.(question.place)}
            disabled={onOpen === null}
            className="grid w-full grid-cols-[2rem_minmax(0,1fr)] items-baseline gap-x-2 gap-y-1 py-2.5 text-start enabled:hover:bg-recess focus-visible:-outline-offset-2 md:grid-cols-[2rem_minmax(0,1fr)_11rem] md:px-2"
          >
            <span className="font-medium text-17 text-ink-3">{question.number}</span>
            <span dir="auto" className="line-clamp-2">
              {items[question.place - 1]?.prompt}
            </span>
            <span className="flex flex-wrap items-center gap-x-3 text-13 max-md:col-start-2 md:justify-end">
              {question.flagged && (
                <span className="flex items-center gap-1 text-part">
                  <Flag aria-hidden className="size-3 fill-current" />
                  {words("flagged")}
                </span>
              )}
              <ProgressWord question={question} />
            </span>
          </button>
        </li>
      ))}
    </ol>
  )
}

function ProgressWord({ question: { progress, onDevice } }: { question: QuestionState }) {
  const words = useTranslations("quiz.review")
  if (progress === "unanswered") return <span className="text-ink-3">{words("unanswered")}</span>
  if (onDevice) return <Stamp state="local">{words("onDevice")}</Stamp>
  return <span className={cn(progress === "incomplete" ? "text-part" : "text-ink-2")}>{words(progress)}</span>
}

type ReviewPageProps = ReviewProps & { notice: ReactNode; children: ReactNode }

/** The review with its heading; `children` is the act of handing in. */
export function ReviewPage({ items, questions, onOpen, notice, children }: ReviewPageProps) {
  const words = useTranslations("quiz.review")
  const missing = questions.filter((question) => !isGiven(question)).length
  return (
    <div className="scrollbar-thin min-h-0 flex-1 overflow-auto">
      <div className="mx-auto grid max-w-narrow gap-6 px-4 py-6 md:px-6 md:py-12">
        <div>
          <h1 className="font-read font-semibold text-25 md:text-31">{words("title")}</h1>
          <p className="mt-1 text-ink-2">
            {words("summary", { count: questions.length - missing, missing })}
          </p>
        </div>
        {notice}
        <Review items={items} questions={questions} onOpen={onOpen} />
        <div className="flex flex-wrap items-center gap-4">
          {children}
          {onOpen && (
            <button type="button" className="link min-h-6" onClick={() => onOpen(1)}>
              {words("back")}
            </button>
          )}
        </div>
      </div>
    </div>
  )
}
