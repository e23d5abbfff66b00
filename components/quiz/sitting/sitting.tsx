"use client"

import { useTranslations } from "next-intl"
import { type ReactNode, useRef } from "react"
import { AllItems, goToItem } from "@/components/quiz/sitting/all-items"
import type { ItemPlace } from "@/components/quiz/sitting/question-pane"
import { questionStates } from "@/components/quiz/sitting/question-state"
import { QuizBar } from "@/components/quiz/sitting/quiz-bar"
import { ReviewPage } from "@/components/quiz/sitting/review"
import { SavingNotice } from "@/components/quiz/sitting/saving-notice"
import { SittingItem } from "@/components/quiz/sitting/sitting-item"
import type { SittingProps } from "@/components/quiz/sitting/sitting-props"
import { Split } from "@/components/quiz/sitting/split"
import { SubmitQuiz } from "@/components/quiz/sitting/submit-quiz"
import { TextPane } from "@/components/quiz/sitting/text-pane"
import { useAnswerSaver } from "@/components/quiz/sitting/use-answer-saver"
import { useHandInAtEnd } from "@/components/quiz/sitting/use-hand-in-at-end"
import { useLayout } from "@/components/quiz/sitting/use-layout"
import { useSentences } from "@/components/quiz/sitting/use-sentences"
import { useTimeLeft } from "@/components/quiz/sitting/use-time-left"
import { useWay } from "@/components/quiz/sitting/use-way"
import { answerViews } from "@/components/quiz/types/answer-views"
import type { PublicItem } from "@/lib/quiz/public-item"
import { questionNumbers } from "@/lib/quiz/question"

/** The quiz being taken: the text on one side, one question or all on the other, the numbers above. `children` is the text. */
export function Sitting(props: SittingProps & { children: ReactNode }) {
  const { items, saving, rated, shownIn, readAloudIn, graceMinutes } = props
  const { saver, snapshot } = useAnswerSaver(props)
  const { outbox, state } = snapshot
  const place = useWay({ count: items.length, saving, reached: props.reached })
  const [layout, setLayout] = useLayout()
  const left = useTimeLeft(props.deadlineAt, props.serverNow)
  const [frame, pane] = [useRef<HTMLDivElement>(null), useRef<HTMLElement>(null)]
  const sentencesOf = useSentences(pane, props.sentences)
  const questions = questionStates(items, snapshot)
  const isOver = left === 0
  const disabled = isOver || state === "handedIn"
  const unsent = questions.filter(({ onDevice }) => onDevice).length
  useHandInAtEnd({ saver, saving, isOver, graceMinutes, state, unsent })
  const item = items[place.position - 1] ?? items[0]
  if (!item) return null
  const answer = outbox[item.itemId]
  const view = answerViews[item.type].sentences
  const chosenIds = view?.of(answer?.value ?? null) ?? []
  const isAll = layout === "all" && !place.isOneWay
  const common = { saver, snapshot, way: place, disabled, sentencesOf, rated, saving, shownIn, readAloudIn }
  const openFromStrip = (next: number) => {
    const wanted = items[next - 1]
    if (isAll && !place.isReview && wanted) goToItem(wanted)
    else place.open(next)
  }
  const notice = <SavingNotice {...{ state, isOver, saving, unsent, graceMinutes }} />
  return (
    <div className="flex h-full min-h-0 flex-col">
      <QuizBar
        {...{ questions, left, unsent }}
        count={items.length}
        open={place.isReview ? null : place.position}
        onOpen={openFromStrip}
        isOneWay={place.isOneWay}
        layout={place.isOneWay || place.isReview ? null : { chosen: layout, onChoose: setLayout }}
        closesLabel={props.closesLabel}
      />
      <SavedAloud state={state} />
      {!place.isReview && <h1 className="sr-only">{props.title}</h1>}
      {place.isReview ? (
        <ReviewPage
          items={items}
          questions={questions}
          onOpen={place.isOneWay ? null : place.open}
          notice={notice}
        >
          {!disabled && <SubmitQuiz saver={saver} saving={saving} questions={questions} />}
        </ReviewPage>
      ) : (
        <Split
          frame={frame}
          wantsText={view !== undefined}
          wireTo={chosenIds[0] ?? null}
          text={(className) => (
            <TextPane
              pane={pane}
              choosing={view !== undefined && !disabled}
              isPartB={answerViews[item.type].hasTwoParts ?? false}
              chosenIds={chosenIds}
              itemId={item.itemId}
              onChoose={(id) =>
                view &&
                saver.answer(item.itemId, { value: view.choose(item.content, answer?.value ?? null, id) })
              }
              className={className}
            >
              {props.children}
            </TextPane>
          )}
        >
          <div className="px-4 pt-3 empty:hidden md:px-8">{notice}</div>
          {isAll ? (
            <AllItems {...common} items={items} placeOf={(one) => placeOf(items, one)} />
          ) : (
            <SittingItem {...common} item={item} place={placeOf(items, item)} isListed={false} />
          )}
        </Split>
      )}
    </div>
  )
}

/** An item with the numbers of what is before and after it: a note has none. */
function placeOf(items: readonly PublicItem[], item: PublicItem): ItemPlace {
  const [numbers, at] = [questionNumbers(items), items.indexOf(item)]
  const next = at + 1 < items.length ? { number: numbers[at + 1] ?? null } : null
  const before = at > 0 ? { number: numbers[at - 1] ?? null } : null
  const count = numbers.filter((number) => number !== null).length
  return { place: at + 1, number: numbers[at] ?? null, before, next, count }
}

/** Said aloud when the connection goes and comes back, never for every answer. */
function SavedAloud({ state }: { state: string }) {
  const words = useTranslations("quiz.notice")
  const isCut = state === "offline" || state === "signedOut"
  return (
    <p role="status" className="sr-only">
      {isCut ? words(`${state}.title`) : ""}
    </p>
  )
}
