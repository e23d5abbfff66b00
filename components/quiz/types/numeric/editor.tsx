"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import type { TypeEditorProps } from "@/components/quiz/editor/editor-props"
import { SaidFields } from "@/components/quiz/editor/said-fields"
import { NumbersEditor } from "@/components/quiz/types/numeric/numbers-editor"
import { Checkbox } from "@/components/ui/checkbox"
import { Field } from "@/components/ui/field"
import { FieldError } from "@/components/ui/field-frame"
import { Select } from "@/components/ui/select"
import { isKeyed } from "@/lib/quiz/authored-item"
import { LONGEST_NUMBER } from "@/lib/quiz/read-number"
import { LONGEST_UNIT, MOST_UNITS } from "@/lib/quiz/types/numeric/limits"
import { keepNumbers, numbersOf } from "@/lib/quiz/types/numeric/numbers"
import type { NumericContent, NumericKey } from "@/lib/quiz/types/numeric/shapes"

const BLANK: Omit<NumericKey, "evidence"> = {
  answer: "",
  tolerance: { kind: "absolute", amount: "0" },
  units: [],
  ignoreCase: true,
  weights: { number: 1, unit: 1 },
}

/** The right number, how far off still counts, and the unit with its share of the points. */
export function NumericEditor(props: TypeEditorProps) {
  const { item, change, problem, readOnly } = props
  const words = useTranslations("quiz.editor")
  const { asksUnit } = item.content as NumericContent
  const key = keyOf(props)
  const [isWeighed, setWeighed] = useState(key.weighed !== undefined)
  const setNumbers = (part: Pick<NumericKey, "answer" | "tolerance" | "weighed">) => {
    const { weighed: _, ...rest } = key
    change({ key: { ...rest, ...part } })
  }
  const weigh = (isOn: boolean) => {
    setWeighed(isOn)
    if (!isOn) setNumbers({ answer: key.answer, tolerance: key.tolerance })
  }
  return (
    <fieldset className="grid gap-4" disabled={readOnly}>
      {isKeyed(item.level) && (
        <>
          {isWeighed ? (
            <NumbersEditor
              numbers={numbersOf(key)}
              error={problem("answer") ?? problem("tolerance") ?? problem("key")}
              onChange={(list) => setNumbers(keepNumbers(list))}
            />
          ) : (
            <NumberFields {...props} />
          )}
          <Checkbox
            name="weighed"
            label={words("numberShares")}
            checked={isWeighed}
            onChange={(event) => weigh(event.target.checked)}
          />
        </>
      )}
      <Checkbox
        name="asksUnit"
        label={words("asksUnit")}
        checked={asksUnit}
        onChange={(event) => change({ content: { asksUnit: event.target.checked } })}
      />
      {isKeyed(item.level) && (
        <>
          {asksUnit && <UnitFields {...props} />}
          <SaidFields item={item} change={change} />
        </>
      )}
    </fieldset>
  )
}

const keyOf = ({ item }: TypeEditorProps) => ({ ...BLANK, ...(item.key as Partial<NumericKey> | null) })

function NumberFields(props: TypeEditorProps) {
  const { change, problem } = props
  const words = useTranslations("quiz.editor")
  const key = keyOf(props)
  const setTolerance = (part: Partial<NumericKey["tolerance"]>) =>
    change({ key: { ...key, tolerance: { ...key.tolerance, ...part } } })
  return (
    <>
      <Field
        name="answer"
        className="max-w-64"
        label={words("number")}
        hint={words("numberHint")}
        error={problem("answer") ?? problem("key")}
        value={key.answer}
        maxLength={LONGEST_NUMBER}
        onChange={(event) => change({ key: { ...key, answer: event.target.value } })}
      />
      <div className="flex flex-wrap items-start gap-3">
        <Field
          name="tolerance"
          className="w-56"
          label={words("tolerance")}
          error={problem("tolerance")}
          value={key.tolerance.amount}
          maxLength={LONGEST_NUMBER}
          onChange={(event) => setTolerance({ amount: event.target.value })}
        />
        <Select
          name="toleranceKind"
          className="w-56"
          label={words("toleranceKind")}
          options={(["absolute", "percent"] as const).map((kind) => ({
            value: kind,
            label: words(`toleranceKinds.${kind}`),
          }))}
          value={key.tolerance.kind}
          onChange={(event) =>
            setTolerance({ kind: event.target.value === "percent" ? "percent" : "absolute" })
          }
        />
      </div>
    </>
  )
}

function UnitFields(props: TypeEditorProps) {
  const { change, problem } = props
  const words = useTranslations("quiz.editor")
  const key = keyOf(props)
  const setWeight = (name: "number" | "unit", value: number) =>
    change({ key: { ...key, weights: { ...key.weights, [name]: Number.isFinite(value) ? value : 0 } } })
  return (
    <>
      <Field
        name="units"
        label={words("units")}
        hint={words("unitsHint")}
        error={problem("units")}
        defaultValue={key.units.join(", ")}
        onChange={(event) => change({ key: { ...key, units: unitsOf(event.target.value) } })}
      />
      <Checkbox
        name="ignoreCase"
        label={words("ignoreCase")}
        checked={key.ignoreCase}
        onChange={(event) => change({ key: { ...key, ignoreCase: event.target.checked } })}
      />
      <div className="flex flex-wrap gap-4">
        {(["number", "unit"] as const).map((name) => (
          <Field
            key={name}
            name={`weight-${name}`}
            type="number"
            className="w-40"
            label={words(`weight.${name}`)}
            min={0}
            max={20}
            value={key.weights[name]}
            onChange={(event) => setWeight(name, event.target.valueAsNumber)}
          />
        ))}
      </div>
      <p className="text-13 text-ink-2">{words("unitWeightHint")}</p>
      {problem("weights") && <FieldError id="weights-error">{problem("weights")}</FieldError>}
    </>
  )
}

const unitsOf = (text: string): string[] =>
  text
    .split(",")
    .map((unit) => unit.trim().slice(0, LONGEST_UNIT))
    .filter(Boolean)
    .slice(0, MOST_UNITS)
