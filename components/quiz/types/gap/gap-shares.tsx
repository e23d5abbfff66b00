"use client"

import { useTranslations } from "next-intl"
import { OwnWords } from "@/components/quiz/editor/own-words"
import { Field } from "@/components/ui/field"
import { fillsOf, keepFills } from "@/lib/quiz/types/gap/fills"
import { gapLabel } from "@/lib/quiz/types/gap/gap-label"
import { gapsOf } from "@/lib/quiz/types/gap/gaps"
import type { Gap, GapContent, GapKey } from "@/lib/quiz/types/gap/shapes"

type GapSharesProps = { content: GapContent; gapKey: GapKey; onChange: (key: GapKey) => void }

/** How many parts each gap is worth, and what each of its wordings earns of them. */
export function GapShares({ content, gapKey, onChange }: GapSharesProps) {
  return (
    <div className="grid gap-5">
      {gapsOf(content).map((place) => (
        <OneGap key={place.gap} {...{ content, gapKey, onChange, place }} />
      ))}
    </div>
  )
}

function OneGap({ content, gapKey, onChange, place }: GapSharesProps & { place: Gap }) {
  const words = useTranslations("quiz.editor")
  const { gap: id, options } = place
  const name = gapLabel(content, id)
  const fills = fillsOf(place, gapKey)
  const textOf = (fill: string) => options?.find((option) => option.id === fill)?.text ?? fill
  const weigh = (value: number) => {
    const { [id]: _, ...others } = gapKey.weights ?? {}
    const weight = Number.isFinite(value) ? Math.max(0, Math.min(100, Math.round(value))) : 1
    const weights = weight === 1 ? others : { ...others, [id]: weight }
    const { weights: __, ...rest } = gapKey
    onChange(Object.keys(weights).length > 0 ? { ...rest, weights } : rest)
  }
  return (
    <fieldset className="grid gap-3 border-rule border-s-2 ps-4">
      <legend className="font-semibold">{words("gapNamed", { name })}</legend>
      <Field
        name={`weight-${id}`}
        type="number"
        className="w-48"
        label={words("gapWeight")}
        min={0}
        max={100}
        value={gapKey.weights?.[id] ?? 1}
        onChange={(event) => weigh(event.target.valueAsNumber)}
      />
      {fills.map((fill, at) => (
        <div key={fill.fill} className="grid gap-1">
          <span dir="auto" className="text-15">
            {textOf(fill.fill)}
            {fill.tolerance !== undefined && ` ± ${fill.tolerance}`}
          </span>
          <OwnWords
            name={`${id}-${at}`}
            what={textOf(fill.fill)}
            weighed={fill}
            onChange={(one) =>
              onChange(
                keepFills(
                  gapKey,
                  place,
                  fills.map((other, place) => (place === at ? one : other)),
                ),
              )
            }
          />
        </div>
      ))}
    </fieldset>
  )
}
