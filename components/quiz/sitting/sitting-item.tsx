"use client"

import type { AnswerSaver, SaverSnapshot } from "@/components/quiz/sitting/answer-saver"
import { AnswerStamp } from "@/components/quiz/sitting/answer-stamp"
import { ConfidenceChoice } from "@/components/quiz/sitting/confidence-choice"
import { type ItemPlace, QuestionPane } from "@/components/quiz/sitting/question-pane"
import { RivalChoice } from "@/components/quiz/sitting/rival-choice"
import type { SittingProps } from "@/components/quiz/sitting/sitting-props"
import type { Way } from "@/components/quiz/sitting/use-way"
import type { ChosenSentence } from "@/components/quiz/types/answer-props"
import { answerViews } from "@/components/quiz/types/answer-views"
import type { PublicItem } from "@/lib/quiz/public-item"
import { isQuestion } from "@/lib/quiz/question"

/** Typing is saved when it pauses for so long, in milliseconds. */
const PAUSE = 800

export type SittingItemProps = Pick<SittingProps, "rated" | "saving" | "shownIn" | "readAloudIn"> & {
  item: PublicItem
  place: ItemPlace
  saver: AnswerSaver
  snapshot: SaverSnapshot
  way: Way
  disabled: boolean
  /** Among all the others on one page, without the buttons that lead on. */
  isListed: boolean
  sentencesOf: (ids: readonly string[]) => ChosenSentence[]
}

/** One question with everything that belongs to its answer: how sure, the stamp, the choice between two devices. */
export function SittingItem(props: SittingItemProps) {
  const { item, place, saver, snapshot, way, disabled, isListed, sentencesOf, rated, saving, shownIn } = props
  const { outbox, state, stuck } = snapshot
  const answer = outbox[item.itemId]
  const view = answerViews[item.type].sentences
  return (
    <QuestionPane
      item={item}
      place={place}
      answer={answer}
      chosen={sentencesOf(view?.of(answer?.value ?? null) ?? [])}
      disabled={disabled}
      readAloudIn={props.readAloudIn ?? null}
      onAnswer={(value, how) => saver.answer(item.itemId, { value }, how?.typing ? PAUSE : 0)}
      onFlag={() => saver.answer(item.itemId, { flagged: !answer?.flagged })}
      onOpen={way.open}
      onReview={way.review}
      isOneWay={way.isOneWay}
      isListed={isListed}
    >
      {rated.includes(item.itemId) && answer && answer.value !== null && (
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
  )
}
