"use client"

import { Plus, Trash2 } from "lucide-react"
import { useTranslations } from "next-intl"
import { OwnWords } from "@/components/quiz/editor/own-words"
import { Button } from "@/components/ui/button"
import { FieldError } from "@/components/ui/field-frame"
import { IconButton } from "@/components/ui/icon-button"
import { LongLine } from "@/components/ui/long-line"
import { LONGEST_ANSWER, MOST_VARIANTS, type WeighedWording } from "@/lib/quiz/types/short/shapes"

type WordingsEditorProps = {
  wordings: readonly WeighedWording[]
  onChange: (wordings: WeighedWording[]) => void
  error: string | undefined
}

/** Every wording with its share of the points and what is said to it; of two that fit, the upper one counts. */
export function WordingsEditor({ wordings, onChange, error }: WordingsEditorProps) {
  const words = useTranslations("quiz.editor")
  const put = (at: number, wording: WeighedWording) =>
    onChange(wordings.map((one, place) => (place === at ? wording : one)))
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-2 font-semibold">
        {words("wordings")}
        <span className="block font-normal text-13 text-ink-2">{words("wordingsHint")}</span>
      </legend>
      {wordings.map((wording, at) => {
        const what = words("wordingText", { number: at + 1 })
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a wording has no name but its place, and none is moved
          <div key={at} className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-2">
            <div className="grid gap-2">
              <LongLine
                name={`wording-${at}`}
                label={what}
                hideLabel
                value={wording.text}
                maxLength={LONGEST_ANSWER}
                onText={(text) => put(at, { ...wording, text })}
              />
              <OwnWords
                name={`wording-${at}`}
                what={what}
                weighed={wording}
                onChange={(one) => put(at, one)}
              />
            </div>
            <IconButton
              label={words("removeWording", { number: at + 1 })}
              disabled={wordings.length <= 1}
              onClick={() => onChange(wordings.filter((_, place) => place !== at))}
            >
              <Trash2 aria-hidden />
            </IconButton>
          </div>
        )
      })}
      {error && <FieldError id="wordings-error">{error}</FieldError>}
      {wordings.length < MOST_VARIANTS && (
        <div>
          <Button dense onClick={() => onChange([...wordings, { text: "", percent: 50, comment: "" }])}>
            <Plus aria-hidden /> {words("addWording")}
          </Button>
        </div>
      )}
    </fieldset>
  )
}
