"use client"

import { useTranslations } from "next-intl"
import type { ChosenSentence } from "@/components/quiz/types/answer-props"
import { answerViews } from "@/components/quiz/types/answer-views"
import { Button } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import type { Rival } from "@/lib/quiz/outbox"
import type { PublicItem } from "@/lib/quiz/public-item"

type RivalChoiceProps = {
  item: PublicItem
  rival: Rival
  sentences: readonly ChosenSentence[]
  onChoose: (choice: "mine" | "theirs") => void
}

/** Another device saved another answer for the same question: both are shown, and the student says which counts. */
export function RivalChoice({ item, rival, sentences, onChoose }: RivalChoiceProps) {
  const words = useTranslations("quiz.rival")
  const { Answer } = answerViews[item.type]
  return (
    <Notice
      kind="warning"
      className="mt-4"
      title={words("title")}
      acts={
        <>
          <Button dense onClick={() => onChoose("mine")}>
            {words("mine")}
          </Button>
          <Button dense onClick={() => onChoose("theirs")}>
            {words("theirs")}
          </Button>
        </>
      }
    >
      <p>{words("what")}</p>
      <div className="mt-2 border-part border-s-2 ps-4 md:ps-10">
        <p id={`rival-${item.itemId}`} className="font-semibold text-13">
          {words("other")}
        </p>
        <Answer
          item={{ ...item, itemId: `rival-${item.itemId}` }}
          value={rival.value}
          disabled
          onAnswer={() => {}}
          chosen={sentences}
          questionId={`rival-${item.itemId}`}
        />
      </div>
    </Notice>
  )
}
