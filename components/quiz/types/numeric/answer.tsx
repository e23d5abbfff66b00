"use client"

import { useTranslations } from "next-intl"
import type { AnswerProps } from "@/components/quiz/types/answer-props"
import { cn } from "@/components/ui/cn"
import { plainNumber } from "@/lib/quiz/exact-number"
import { LONGEST_NUMBER, readNumber } from "@/lib/quiz/read-number"
import { LONGEST_UNIT } from "@/lib/quiz/types/numeric/limits"
import type { NumericContent, NumericResponse } from "@/lib/quiz/types/numeric/shapes"

const box = cn(
  "min-h-target rounded-corner border border-rule-firm bg-raised px-3 py-2 text-17",
  "disabled:border-rule disabled:bg-recess disabled:text-ink-2 aria-invalid:border-part",
)

/** A number, and its unit where one is asked for. How the number was read, or that it is none yet, is said at once. */
export function NumericAnswer({ item, value, disabled, onAnswer, questionId }: AnswerProps) {
  const words = useTranslations("quiz.answer")
  const { asksUnit } = item.content as NumericContent
  const given = (value as NumericResponse | null) ?? { text: "", unit: asksUnit ? "" : null }
  const give = (part: Partial<NumericResponse>) => onAnswer({ ...given, ...part }, { typing: true })
  const isNone = given.text.trim() !== "" && readNumber(given.text) === null
  const common = { type: "text", dir: "auto", autoComplete: "off", autoCapitalize: "off", disabled } as const
  return (
    <div className="my-3">
      <div className="flex flex-wrap items-end gap-3">
        <label className="grid gap-1">
          <span className={asksUnit ? "text-13 text-ink-2" : "sr-only"}>{words("number")}</span>
          <input
            {...common}
            inputMode="decimal"
            aria-describedby={`${questionId} ${questionId}-read`}
            aria-invalid={isNone || undefined}
            value={given.text}
            maxLength={LONGEST_NUMBER}
            onChange={(event) => give({ text: event.target.value })}
            className={cn(box, "w-40 md:w-48")}
          />
        </label>
        {asksUnit && (
          <label className="grid gap-1">
            <span className="text-13 text-ink-2">{words("unit")}</span>
            <input
              {...common}
              spellCheck={false}
              value={given.unit ?? ""}
              maxLength={LONGEST_UNIT}
              onChange={(event) => give({ unit: event.target.value })}
              className={cn(box, "w-36 md:w-40")}
            />
          </label>
        )}
      </div>
      <p id={`${questionId}-read`} aria-live="polite" className="mt-1 min-h-5 text-13">
        <HowRead text={given.text} asksUnit={asksUnit} />
      </p>
    </div>
  )
}

function HowRead({ text, asksUnit }: { text: string; asksUnit: boolean }) {
  const words = useTranslations("quiz.answer")
  const typed = text.trim()
  if (typed === "") return null
  const number = readNumber(typed)
  if (!number) return <span className="text-part">{words("notANumber", { asksUnit: String(asksUnit) })}</span>
  const plain = plainNumber(number)
  return plain === typed ? null : <span className="text-ink-2">{words("readAs", { number: plain })}</span>
}
