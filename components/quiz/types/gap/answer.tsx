"use client"

import { useTranslations } from "next-intl"
import type { AnswerProps } from "@/components/quiz/types/answer-props"
import { cn } from "@/components/ui/cn"
import { gapLabel } from "@/lib/quiz/types/gap/gap-label"
import { gapsOf, LONGEST_FILL } from "@/lib/quiz/types/gap/gaps"
import type { Gap, GapContent, GapResponse } from "@/lib/quiz/types/gap/shapes"

/** The text with its gaps in the line. All that are typed are equally wide: a width would tell of the answer. */
export function GapAnswer({ item, value, disabled, onAnswer, questionId }: AnswerProps) {
  const words = useTranslations("quiz.answer")
  const content = item.content as GapContent
  const given = (value as GapResponse | null)?.gaps ?? {}
  // Every gap by name, the open ones too: so that an answer tells by itself how far it has come.
  const fill = (place: Gap, text: string) => {
    const gaps = gapsOf(content).map(({ gap: id }) => [id, id === place.gap ? text : (given[id] ?? "")])
    onAnswer({ gaps: Object.fromEntries(gaps) }, { typing: place.options === null })
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: the question above is its name, and stands outside
    <div
      role="group"
      aria-labelledby={questionId}
      dir="auto"
      className="my-3 whitespace-pre-line text-17 leading-[3rem]"
    >
      {content.pieces.map((piece, at) =>
        "gap" in piece ? (
          <GapControl
            key={piece.gap}
            place={piece}
            label={words("gap", { name: gapLabel(content, piece.gap) })}
            value={given[piece.gap] ?? ""}
            disabled={disabled}
            onFill={(text) => fill(piece, text)}
          />
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of an item never change
          <span key={at}>{piece.text}</span>
        ),
      )}
    </div>
  )
}

type GapControlProps = {
  place: Gap
  label: string
  value: string
  disabled: boolean
  onFill: (text: string) => void
}

const look = cn(
  "mx-1 inline-block min-h-target max-w-full rounded-corner border border-rule-firm bg-raised px-2 py-1 text-17 leading-6",
  "disabled:border-rule disabled:bg-recess disabled:text-ink-2",
)

function GapControl({ place, label, value, disabled, onFill }: GapControlProps) {
  const words = useTranslations("quiz.answer")
  if (place.options)
    return (
      <select
        aria-label={label}
        value={value}
        disabled={disabled}
        onChange={(event) => onFill(event.target.value)}
        className={look}
      >
        <option value="">{words("choose")}</option>
        {place.options.map(({ id, text }) => (
          <option key={id} value={id}>
            {text}
          </option>
        ))}
      </select>
    )
  return (
    <input
      type="text"
      dir="auto"
      autoComplete="off"
      autoCapitalize="off"
      spellCheck={false}
      aria-label={label}
      value={value}
      maxLength={LONGEST_FILL}
      disabled={disabled}
      onChange={(event) => onFill(event.target.value)}
      className={cn(look, "w-44")}
    />
  )
}
