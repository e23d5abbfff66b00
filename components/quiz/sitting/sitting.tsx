"use client"

import { useTranslations } from "next-intl"
import { type ReactNode, useRef } from "react"
import { AnswerStamp } from "@/components/quiz/sitting/answer-stamp"
import { ConfidenceChoice } from "@/components/quiz/sitting/confidence-choice"
import { type ItemPlace, QuestionPane } from "@/components/quiz/sitting/question-pane"
import { questionStates } from "@/components/quiz/sitting/question-state"
import { QuizBar } from "@/components/quiz/sitting/quiz-bar"
import { ReviewPage } from "@/components/quiz/sitting/review"
import { RivalChoice } from "@/components/quiz/sitting/rival-choice"
import { SavingNotice } from "@/components/quiz/sitting/saving-notice"
import type { SittingProps } from "@/components/quiz/sitting/sitting-props"
import { Split } from "@/components/quiz/sitting/split"
import { SubmitQuiz } from "@/components/quiz/sitting/submit-quiz"
import { TextPane } from "@/components/quiz/sitting/text-pane"
import { useAnswerSaver } from "@/components/quiz/sitting/use-answer-saver"
import { useSentences } from "@/components/quiz/sitting/use-sentences"
import { useTimeLeft } from "@/components/quiz/sitting/use-time-left"
import { useWay } from "@/components/quiz/sitting/use-way"
import { answerViews } from "@/components/quiz/types/answer-views"
import type { PublicItem } from "@/lib/quiz/public-item"
import { isQuestion, questionNumbers } from "@/lib/quiz/question"

/** Typing is saved when it pauses for so long, in milliseconds. */
const PAUSE = 800

/** The quiz being taken: the text on one side, one question on the other, the numbers above. `children` is the text. */
export function Sitting(props: SittingProps & { children: ReactNode }) {
  const { items, saving, shownIn } = props
  const { saver, snapshot } = useAnswerSaver(props)
  const { outbox, state, stuck } = snapshot
  const place = useWay({ count: items.length, saving, reached: props.reached })
  const left = useTimeLeft(props.deadlineAt, props.serverNow)
  const [frame, pane] = [useRef<HTMLDivElement>(null), useRef<HTMLElement>(null)]
  const sentencesOf = useSentences(pane, props.sentences)
  const questions = questionStates(items, snapshot)
  const isOver = left === 0
  const disabled = isOver || state === "handedIn"
  const item = items[place.position - 1] ?? items[0]
  if (!item) return null
  const answer = outbox[item.itemId]
  const view = answerViews[item.type].sentences
  const chosenIds = view?.of(answer?.value ?? null) ?? []
  const give = (value: unknown, how?: { typing: boolean }) =>
    saver.answer(item.itemId, { value }, how?.typing ? PAUSE : 0)
  const unsent = questions.filter(({ onDevice }) => onDevice).length
  const notice = <SavingNotice state={state} isOver={isOver} saving={saving} unsent={unsent} />
  return (
    <div className="flex h-full min-h-0 flex-col">
      <QuizBar
        {...{ questions, left, unsent }}
        count={items.length}
        open={place.isReview ? null : place.position}
        onOpen={place.open}
        isOneWay={place.isOneWay}
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
              onChoose={(id) => view && give(view.choose(item.content, answer?.value ?? null, id))}
              className={className}
            >
              {props.children}
            </TextPane>
          )}
        >
          <div className="px-4 pt-3 empty:hidden md:px-8">{notice}</div>
          <QuestionPane
            item={item}
            place={placeOf(items, item)}
            answer={answer}
            chosen={sentencesOf(chosenIds)}
            disabled={disabled}
            readAloudIn={props.readAloudIn ?? null}
            onAnswer={give}
            onFlag={() => saver.answer(item.itemId, { flagged: !answer?.flagged })}
            onOpen={place.open}
            onReview={place.review}
            isOneWay={place.isOneWay}
          >
            {props.rated.includes(item.itemId) && answer && answer.value !== null && (
              <ConfidenceChoice
                itemId={item.itemId}
                chosen={answer.confidence}
                disabled={disabled}
                onChoose={(confidence) => saver.answer(item.itemId, { confidence })}
              />
            )}
            {saving && isQuestion(item) && (
              <AnswerStamp answer={answer} state={state} isStuck={stuck.has(item.itemId)} shownIn={shownIn} />
            )}
            {answer?.rival && (
              <RivalChoice
                item={item}
                rival={answer.rival}
                sentences={sentencesOf(view?.of(answer.rival.value) ?? [])}
                onChoose={(choice) => saver.settle(item.itemId, choice)}
              />
            )}
          </QuestionPane>
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
