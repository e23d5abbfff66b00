"use client"

import { useTranslations } from "next-intl"
import { type ReactNode, type RefObject, useEffect, useRef } from "react"
import { PracticeQuestion } from "@/components/quiz/practice/practice-question"
import { PracticeSummary } from "@/components/quiz/practice/practice-summary"
import {
  type AnswerAction,
  type CheckedAnswer,
  type PracticePlace,
  usePractice,
} from "@/components/quiz/practice/use-practice"
import { Split } from "@/components/quiz/sitting/split"
import { TextPane } from "@/components/quiz/sitting/text-pane"
import { useSentences } from "@/components/quiz/sitting/use-sentences"
import type { ChosenSentence } from "@/components/quiz/types/answer-props"
import { answerViews } from "@/components/quiz/types/answer-views"
import { TextLink } from "@/components/ui/text-link"
import type { PublicItem } from "@/lib/quiz/public-item"
import type { Verdict } from "@/lib/quiz/verdict"

export type PracticeKind = "retry" | "one_week" | "three_weeks"

export type PracticeProps = {
  place: PracticePlace
  kind: PracticeKind
  items: readonly PublicItem[]
  checked: readonly CheckedAnswer[]
  isEnded: boolean
  /** How each item came out in the quiz, by item. */
  inQuiz: Record<string, Verdict>
  /** Sentences that answers name already; others are read from the text. */
  sentences: readonly ChosenSentence[]
  answer: AnswerAction
  /** Begins once more; only for missed items. */
  again: (() => Promise<void>) | null
  /** The article, made on the server. */
  children: ReactNode
}

/** A few questions, one at a time, each checked at once; then how it went. The focus goes where the matter is. */
export function Practice(props: PracticeProps) {
  const { kind, items, inQuiz, place } = props
  const words = useTranslations("quiz.practice")
  const practice = usePractice(props)
  const { item, result, results, value, give } = practice
  const [pane, frame, focus] = [
    useRef<HTMLElement>(null),
    useRef<HTMLDivElement>(null),
    useRef<HTMLElement>(null),
  ]
  const sentencesOf = useSentences(pane, props.sentences)
  useFocusOnChange(focus, `${item?.itemId} ${result ? "checked" : "open"}`)
  const view = item && answerViews[item.type]
  const chosenIds = (!result && view?.sentences?.of(value)) || []
  const resultsHref = `/a/${place.assignmentId}/results`
  const text = (className: string) => (
    <TextPane
      pane={pane}
      choosing={!result && view?.sentences !== undefined}
      isPartB={view?.hasTwoParts ?? false}
      chosenIds={chosenIds}
      itemId={item?.itemId ?? ""}
      onChoose={(id) => item && view?.sentences && give(view.sentences.choose(item.content, value, id))}
      className={className}
    >
      {props.children}
    </TextPane>
  )
  if (!item)
    return (
      <div data-scrolls className="h-full overflow-auto">
        <PracticeSummary {...{ kind, items, results, inQuiz, resultsHref, focus }} again={props.again} />
      </div>
    )
  // What stayed is asked without the text, but for the sentence that is looked for in it.
  const showsText = kind === "retry" || view?.sentences !== undefined
  const question = (
    <PracticeQuestion
      practice={{ ...practice, item }}
      focus={focus}
      chosen={sentencesOf(chosenIds)}
      sentencesOf={sentencesOf}
      readHref={`/a/${place.assignmentId}/read`}
    />
  )
  return (
    <div className="flex h-full min-h-0 flex-col">
      <header className="flex flex-wrap items-baseline gap-x-4 gap-y-1 border-rule border-b px-4 py-2 md:px-8">
        <h1 className="font-semibold">{words("title", { kind })}</h1>
        <p className="text-13 text-ink-2">
          {words("progress", { position: item.position, count: items.length })}
        </p>
        <p className="text-13 text-ink-2">{words("private")}</p>
        <TextLink href={resultsHref} className="ms-auto text-13">
          {words("leave")}
        </TextLink>
      </header>
      {showsText ? (
        <Split
          frame={frame}
          wantsText={!result && view?.sentences !== undefined}
          wireTo={chosenIds[0] ?? null}
          text={text}
        >
          {question}
        </Split>
      ) : (
        <div data-scrolls className="scrollbar-thin min-h-0 flex-1 overflow-auto">
          <div hidden>{text("")}</div>
          {question}
        </div>
      )}
    </div>
  )
}

/** Not when the page opens. */
function useFocusOnChange(target: RefObject<HTMLElement | null>, what: string): void {
  const shown = useRef(what)
  useEffect(() => {
    if (shown.current === what) return
    shown.current = what
    target.current?.focus({ preventScroll: true })
    target.current?.closest("[data-scrolls]")?.scrollTo({ top: 0 })
  }, [target, what])
}
