"use client"

import { X } from "lucide-react"
import { useTranslations } from "next-intl"
import type { AnswerProps, ChosenSentence } from "@/components/quiz/types/answer-props"
import { cn } from "@/components/ui/cn"
import { IconButton } from "@/components/ui/icon-button"
import type { LongContent, LongResponse } from "@/lib/quiz/types/long/shapes"
import { urduLang } from "@/lib/reading/urdu"

const NOTHING: LongResponse = { text: "", sentences: [] }

/** Room for paragraphs, and the sentences that are cited. A sentence is cited in the text itself; here stands which were. */
export function LongAnswer({ item, value, disabled, onAnswer, chosen, questionId }: AnswerProps) {
  const words = useTranslations("quiz.answer")
  const { maxLength, cite } = item.content as LongContent
  const given = (value as LongResponse | null) ?? NOTHING
  const drop = (id: string) =>
    onAnswer({ ...given, sentences: given.sentences.filter((other) => other !== id) })
  return (
    <div className="my-3">
      <textarea
        dir="auto"
        rows={8}
        aria-labelledby={questionId}
        aria-describedby={`${questionId}-about`}
        value={given.text}
        maxLength={maxLength}
        lang={urduLang(given.text)}
        disabled={disabled}
        onChange={(event) => onAnswer({ ...given, text: event.target.value }, { typing: true })}
        className={cn(
          "field-sizing-content max-h-[70vh] min-h-48 w-full resize-y rounded-corner border border-rule-firm bg-raised px-4 py-3 font-read text-17",
          "disabled:border-rule disabled:bg-recess disabled:text-ink-2",
        )}
      />
      <p
        id={`${questionId}-about`}
        className="mt-1 flex flex-wrap justify-between gap-x-4 text-13 text-ink-3"
      >
        <span>{words("teacherReads")}</span>
        <span className="tabular-nums">{words("length", { length: given.text.length, maxLength })}</span>
      </p>
      <Cited {...{ chosen, disabled }} onDrop={drop} />
      {chosen.length < cite && !disabled && (
        <p className="mt-3 border-rule-firm border-s-2 border-dashed py-1 ps-4 text-15 text-ink-2">
          {words("cite", { left: cite - chosen.length, chosen: chosen.length })}
        </p>
      )}
    </div>
  )
}

type CitedProps = { chosen: readonly ChosenSentence[]; disabled: boolean; onDrop: (id: string) => void }

function Cited({ chosen, disabled, onDrop }: CitedProps) {
  const words = useTranslations("quiz.answer")
  return chosen.map(({ id, label, text }) => (
    <div key={id} data-slot={id} className="mt-3 flex gap-2 border-accent border-s-2 ps-4">
      <p dir="auto" lang={urduLang(text)} className="flex-1 font-read text-17">
        <b className="me-2 font-ui text-15 text-accent">{label}</b>
        {text}
      </p>
      {!disabled && (
        <IconButton dense label={words("dropCitation", { label })} onClick={() => onDrop(id)}>
          <X aria-hidden />
        </IconButton>
      )}
    </div>
  ))
}
