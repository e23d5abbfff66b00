"use client"

import { useTranslations } from "next-intl"
import { ChoiceMark } from "@/components/ui/choice-mark"
import type { ItemLevel } from "@/lib/quiz/item-type"

type LevelFieldProps = {
  /** Those the type of question can have. */
  levels: readonly ItemLevel[]
  level: ItemLevel
  readOnly: boolean
  onChange: (level: ItemLevel) => void
}

/** What the question asks for. A student's own view has no right answer, and says so. */
export function LevelField({ levels, level, readOnly, onChange }: LevelFieldProps) {
  const words = useTranslations("quiz.editor.level")
  return (
    <fieldset disabled={readOnly} className="grid gap-1.5">
      <legend className="mb-1 font-semibold">{words("label")}</legend>
      {levels.map((one) => (
        <label key={one} htmlFor={`level-${one}`} className="flex items-start gap-2.5">
          <ChoiceMark
            id={`level-${one}`}
            type="radio"
            name="level"
            checked={level === one}
            onChange={() => onChange(one)}
          />
          <span>
            {words(one)}
            <span className="block text-13 text-ink-2">{words(`hint.${one}`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
