"use client"

import { Plus, Trash2 } from "lucide-react"
import { useTranslations } from "next-intl"
import { OwnWords } from "@/components/quiz/editor/own-words"
import { Button } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import { FieldError } from "@/components/ui/field-frame"
import { IconButton } from "@/components/ui/icon-button"
import { Select } from "@/components/ui/select"
import { LONGEST_NUMBER } from "@/lib/quiz/read-number"
import { MOST_NUMBERS } from "@/lib/quiz/types/numeric/limits"
import type { WeighedNumber } from "@/lib/quiz/types/numeric/shapes"

type NumbersEditorProps = {
  numbers: readonly WeighedNumber[]
  onChange: (numbers: WeighedNumber[]) => void
  error: string | undefined
}

const BLANK: WeighedNumber = {
  answer: "",
  tolerance: { kind: "absolute", amount: "0" },
  percent: 50,
  comment: "",
}

/** Every number with its tolerance and its share of the points; of two that fit, the upper one counts. */
export function NumbersEditor({ numbers, onChange, error }: NumbersEditorProps) {
  const words = useTranslations("quiz.editor")
  return (
    <fieldset className="grid gap-4">
      <legend className="mb-2 font-semibold">
        {words("numbers")}
        <span className="block font-normal text-13 text-ink-2">{words("wordingsHint")}</span>
      </legend>
      {numbers.map((number, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a number has no name but its place, and none is moved
        <div key={at} className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-2">
          <NumberRow
            at={at}
            number={number}
            onChange={(one) => onChange(numbers.map((other, place) => (place === at ? one : other)))}
          />
          <IconButton
            label={words("removeNumber", { number: at + 1 })}
            disabled={numbers.length <= 1}
            onClick={() => onChange(numbers.filter((_, place) => place !== at))}
          >
            <Trash2 aria-hidden />
          </IconButton>
        </div>
      ))}
      {error && <FieldError id="numbers-error">{error}</FieldError>}
      {numbers.length < MOST_NUMBERS && (
        <div>
          <Button dense onClick={() => onChange([...numbers, BLANK])}>
            <Plus aria-hidden /> {words("addNumber")}
          </Button>
        </div>
      )}
    </fieldset>
  )
}

type NumberRowProps = { at: number; number: WeighedNumber; onChange: (number: WeighedNumber) => void }

function NumberRow({ at, number, onChange }: NumberRowProps) {
  const words = useTranslations("quiz.editor")
  const what = words("numberText", { number: at + 1 })
  const { tolerance } = number
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-end gap-3">
        <Field
          name={`number-${at}`}
          className="w-32"
          label={what}
          value={number.answer}
          maxLength={LONGEST_NUMBER}
          onChange={(event) => onChange({ ...number, answer: event.target.value })}
        />
        <Field
          name={`tolerance-${at}`}
          className="w-32"
          label={words("toleranceOf", { number: at + 1 })}
          value={tolerance.amount}
          maxLength={LONGEST_NUMBER}
          onChange={(event) =>
            onChange({ ...number, tolerance: { ...tolerance, amount: event.target.value } })
          }
        />
        <Select
          name={`kind-${at}`}
          className="w-52"
          label={words("toleranceKindOf", { number: at + 1 })}
          hideLabel
          options={(["absolute", "percent"] as const).map((kind) => ({
            value: kind,
            label: words(`toleranceKinds.${kind}`),
          }))}
          value={tolerance.kind}
          onChange={(event) => {
            const kind = event.target.value === "percent" ? "percent" : "absolute"
            onChange({ ...number, tolerance: { ...tolerance, kind } })
          }}
        />
      </div>
      <OwnWords name={`number-${at}`} what={what} weighed={number} onChange={onChange} />
    </div>
  )
}
