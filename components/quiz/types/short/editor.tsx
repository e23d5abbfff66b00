"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import type { TypeEditorProps } from "@/components/quiz/editor/editor-props"
import { SaidFields } from "@/components/quiz/editor/said-fields"
import { WordingsEditor } from "@/components/quiz/types/short/wordings-editor"
import { Checkbox } from "@/components/ui/checkbox"
import { Field } from "@/components/ui/field"
import { TextArea } from "@/components/ui/text-area"
import { isKeyed } from "@/lib/quiz/authored-item"
import { LONGEST_ANSWER, type ShortContent, type ShortKey } from "@/lib/quiz/types/short/shapes"
import { keepWordings, wordingsOf } from "@/lib/quiz/types/short/wordings"

/** The right answers, one on a line, and what is taken for no difference. */
export function ShortEditor({ item, change, problem, readOnly }: TypeEditorProps) {
  const words = useTranslations("quiz.editor")
  const { maxLength } = item.content as ShortContent
  const key = { ignoreCase: true, ignoreDiacritics: true, ...(item.key as Partial<ShortKey> | null) }
  const setKey = (part: Partial<ShortKey>) => change({ key: { ...key, ...part } })
  const [isWeighed, setWeighed] = useState(key.weighed !== undefined)
  const setWordings = (part: Pick<ShortKey, "variants" | "weighed">) => {
    const { weighed: _, ...rest } = key
    change({ key: { ...rest, ...part } })
  }
  const weigh = (isOn: boolean) => {
    setWeighed(isOn)
    if (!isOn) setWordings({ variants: key.variants ?? [] })
  }
  return (
    <fieldset className="grid gap-4" disabled={readOnly}>
      {isKeyed(item.level) && (
        <>
          {isWeighed ? (
            <WordingsEditor
              wordings={wordingsOf({ variants: [], ...key })}
              error={problem("key")}
              onChange={(list) => setWordings(keepWordings(list))}
            />
          ) : (
            <TextArea
              name="variants"
              label={words("variants")}
              hint={words("variantsHint")}
              error={problem("key")}
              value={(key.variants ?? []).join("\n")}
              onChange={(event) => setKey({ variants: event.target.value.split("\n") })}
            />
          )}
          <Checkbox
            name="weighed"
            label={words("wordingShares")}
            checked={isWeighed}
            onChange={(event) => weigh(event.target.checked)}
          />
          <div className="grid gap-2">
            <Checkbox
              name="ignoreCase"
              label={words("ignoreCase")}
              checked={key.ignoreCase}
              onChange={(event) => setKey({ ignoreCase: event.target.checked })}
            />
            <Checkbox
              name="ignoreDiacritics"
              label={words("ignoreDiacritics")}
              checked={key.ignoreDiacritics}
              onChange={(event) => setKey({ ignoreDiacritics: event.target.checked })}
            />
          </div>
          <SaidFields item={item} change={change} />
        </>
      )}
      <Field
        name="maxLength"
        type="number"
        className="max-w-48"
        label={words("maxLength")}
        error={problem("maxLength")}
        min={1}
        max={LONGEST_ANSWER}
        value={maxLength}
        onChange={(event) => change({ content: { maxLength: bounded(event.target.valueAsNumber) } })}
      />
    </fieldset>
  )
}

const bounded = (length: number): number =>
  Number.isFinite(length) ? Math.max(1, Math.min(LONGEST_ANSWER, Math.round(length))) : 1
