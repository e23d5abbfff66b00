"use client"

import { useTranslations } from "next-intl"
import type { RefObject } from "react"
import { PracticeVerdict } from "@/components/quiz/practice/practice-verdict"
import type { usePractice } from "@/components/quiz/practice/use-practice"
import { Hint } from "@/components/quiz/sitting/hint"
import type { ChosenSentence } from "@/components/quiz/types/answer-props"
import { answerViews } from "@/components/quiz/types/answer-views"
import { Button } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import { ScriptedForm } from "@/components/ui/scripted-form"
import type { PublicItem } from "@/lib/quiz/public-item"

type PracticeQuestionProps = {
  practice: ReturnType<typeof usePractice> & { item: PublicItem }
  /** What takes the focus: the question, and once it is checked what came out. */
  focus: RefObject<HTMLElement | null>
  chosen: readonly ChosenSentence[]
  sentencesOf: (ids: readonly string[]) => ChosenSentence[]
  readHref: string
}

/** One question: answered, then checked. */
export function PracticeQuestion({ practice, focus, chosen, sentencesOf, readHref }: PracticeQuestionProps) {
  const words = useTranslations("quiz.practice")
  const { item, result, next, isLast } = practice
  const questionId = `question-${item.itemId}`
  const heading = (
    <h2
      ref={result ? undefined : (focus as RefObject<HTMLHeadingElement>)}
      id={questionId}
      tabIndex={-1}
      dir="auto"
      className="whitespace-pre-line font-semibold text-17 md:text-20"
    >
      {item.prompt}
    </h2>
  )
  return (
    <div className="mx-auto flex min-h-full max-w-[37.5rem] flex-col px-4 py-4 md:px-8 md:py-6">
      {heading}
      {result ? (
        <>
          <PracticeVerdict {...{ result, focus, sentencesOf, readHref }} />
          <div className="mt-6">
            <Button variant="main" onClick={next}>
              {words(isLast ? "toSummary" : "next")}
            </Button>
          </div>
        </>
      ) : (
        <Answering practice={practice} chosen={chosen} questionId={questionId} />
      )}
    </div>
  )
}

type AnsweringProps = Pick<PracticeQuestionProps, "practice" | "chosen"> & { questionId: string }

function Answering({ practice, chosen, questionId }: AnsweringProps) {
  const words = useTranslations("quiz.practice")
  const { item, value, give, check, pending, fault } = practice
  const { Answer, progress } = answerViews[item.type]
  const isEmpty = progress(value) === "unanswered"
  return (
    <ScriptedForm noValidate onSend={() => !isEmpty && check()}>
      <Answer
        key={item.itemId}
        {...{ item, value, chosen, questionId }}
        disabled={pending}
        onAnswer={(given) => give(given)}
      />
      {item.hint && <Hint text={item.hint} />}
      {fault && (
        <Notice
          kind="error"
          className="mt-4"
          title={words("notStored")}
          acts={
            <Button type="submit" dense>
              {words("retry")}
            </Button>
          }
        >
          {fault.kind === "offline" ? words("notStoredMore") : fault.message}
        </Notice>
      )}
      <div className="mt-5 flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button type="submit" variant="main" aria-disabled={pending || isEmpty || undefined}>
          {words(pending ? "checking" : "check")}
        </Button>
        {isEmpty && <p className="text-13 text-ink-2">{words("answerFirst")}</p>}
      </div>
    </ScriptedForm>
  )
}
