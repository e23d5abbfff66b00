"use client"

import { Plus, Trash2 } from "lucide-react"
import { useTranslations } from "next-intl"
import { v4 } from "uuid"
import type { TypeEditorProps } from "@/components/quiz/editor/editor-props"
import { SaidFields } from "@/components/quiz/editor/said-fields"
import { MovePair } from "@/components/quiz/types/move-pair"
import { Button } from "@/components/ui/button"
import { FieldError } from "@/components/ui/field-frame"
import { IconButton } from "@/components/ui/icon-button"
import { LongLine } from "@/components/ui/long-line"
import { move } from "@/lib/lesson/move"
import { isKeyed } from "@/lib/quiz/authored-item"
import { inTextOrder } from "@/lib/quiz/neutral-order"
import type { Option } from "@/lib/quiz/options"
import {
  FEWEST_STEPS,
  MOST_STEPS,
  type OrderingContent,
  type OrderingKey,
} from "@/lib/quiz/types/ordering/shapes"

/** The things in their right order: that order is the key, and the public part is kept in another. */
export function OrderingEditor({ item, change, problem, readOnly }: TypeEditorProps) {
  const words = useTranslations("quiz.editor")
  const key = (item.key ?? {}) as Partial<OrderingKey>
  const steps = inOrder((item.content as OrderingContent).steps, key.order ?? [])
  const keyed = isKeyed(item.level)
  const setSteps = (list: readonly Option[]) =>
    change({ content: { steps: inTextOrder(list) }, key: { ...key, order: list.map(({ id }) => id) } })
  const error = problem("options") ?? problem("key")
  return (
    <fieldset className="grid gap-3" disabled={readOnly}>
      <legend className="mb-2 font-semibold">
        {words("steps")}
        <span className="block font-normal text-13 text-ink-2">
          {words(keyed ? "stepsHint" : "stepsViewHint")}
        </span>
      </legend>
      {steps.map(({ id, text }, at) => (
        <div key={id} className="grid grid-cols-[1.25rem_minmax(0,1fr)_auto] items-center gap-x-2">
          <span aria-hidden className="font-semibold text-ink-3">
            {at + 1}
          </span>
          <LongLine
            name={`step-${at}`}
            label={words("stepText", { number: at + 1 })}
            hideLabel
            value={text}
            maxLength={500}
            onText={(written) =>
              setSteps(steps.map((one) => (one.id === id ? { ...one, text: written } : one)))
            }
          />
          <span className="flex">
            {keyed && (
              <MovePair
                at={at}
                count={steps.length}
                upLabel={words("stepUp", { number: at + 1 })}
                downLabel={words("stepDown", { number: at + 1 })}
                onMove={(to) => setSteps(move(steps, at, to))}
              />
            )}
            <IconButton
              label={words("removeStep", { number: at + 1 })}
              disabled={steps.length <= FEWEST_STEPS}
              onClick={() => setSteps(steps.filter((one) => one.id !== id))}
            >
              <Trash2 aria-hidden />
            </IconButton>
          </span>
        </div>
      ))}
      {error && <FieldError id="steps-error">{error}</FieldError>}
      {steps.length < MOST_STEPS && (
        <div>
          <Button dense onClick={() => setSteps([...steps, { id: v4(), text: "" }])}>
            <Plus aria-hidden /> {words("addStep")}
          </Button>
        </div>
      )}
      {keyed && <SaidFields item={item} change={change} />}
    </fieldset>
  )
}

/** In the order of the key; what it does not name stands at the end. */
function inOrder(steps: readonly Option[], order: readonly string[]): Option[] {
  const place = ({ id }: Option) => (order.includes(id) ? order.indexOf(id) : order.length)
  return [...steps].sort((a, b) => place(a) - place(b))
}
