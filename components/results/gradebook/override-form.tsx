"use client"

import { useTranslations } from "next-intl"
import { ActionForm, type ActionResult } from "@/components/ui/action-form"
import { Checkbox } from "@/components/ui/checkbox"
import { Field } from "@/components/ui/field"
import { Select } from "@/components/ui/select"
import { SubmitButton } from "@/components/ui/submit-button"
import { TextArea } from "@/components/ui/text-area"
import type { CellView } from "@/lib/results/gradebook/cell-view"
import { LONGEST_REASON } from "@/lib/results/gradebook/decide-override"
import type { CellInput } from "@/lib/results/gradebook/gradebook-input"

export type OverrideAction = (input: unknown) => Promise<ActionResult<unknown>>

type OverrideFormProps = {
  cell: CellInput
  view: CellView
  set: OverrideAction
  takeBack: OverrideAction
  onDone: () => void
}

/** Sets a score by hand, or takes back what was set. Who reads the reason is said where it is written. */
export function OverrideForm({ cell, view, set, takeBack, onDone }: OverrideFormProps) {
  const words = useTranslations("results.gradebook.override")
  const kinds = [
    ...(view.possible > 0 ? [{ value: "points", label: words("points", { possible: view.possible }) }] : []),
    { value: "percent", label: words("percent") },
  ]
  const act = (input: unknown) => {
    const { isBack, value, kind, ...rest } = input as Record<string, unknown>
    return isBack ? takeBack(rest) : set({ ...rest, value, kind })
  }
  return (
    <details className="mt-4 border-rule border-t pt-3 print:hidden">
      <summary className="min-h-6 font-semibold text-accent">
        {view.isSet ? words("change") : words("title")}
      </summary>
      <ActionForm
        className="mt-3 gap-3"
        action={act}
        toInput={(form) => ({
          ...cell,
          basedOn: view.basedOn,
          value: String(form.get("value") ?? ""),
          kind: String(form.get("kind") ?? "percent"),
          reason: String(form.get("reason") ?? ""),
          reasonShown: form.get("reasonShown") === "on",
          isBack: form.get("act") === "back",
        })}
        onDone={onDone}
      >
        <div className="grid grid-cols-2 gap-3">
          <Field
            name="value"
            label={words("value")}
            inputMode="text"
            autoComplete="off"
            maxLength={20}
            optional={false}
            required={false}
            dense
          />
          <Select name="kind" label={words("in")} options={kinds} dense />
        </div>
        <p className="text-13 text-ink-2">{words("valueHint")}</p>
        <TextArea
          name="reason"
          label={words("reason")}
          hint={words("reasonHint")}
          maxLength={LONGEST_REASON}
          rows={2}
          required={false}
        />
        <Checkbox name="reasonShown" label={words("shown")} hint={words("shownHint")} />
        <div className="flex flex-wrap items-center gap-3">
          <SubmitButton name="act" value="set">
            {words("save")}
          </SubmitButton>
          {view.isSet && (
            <SubmitButton variant="line" name="act" value="back">
              {words("back")}
            </SubmitButton>
          )}
        </div>
        {view.isSet && <p className="text-13 text-ink-2">{words("backHint")}</p>}
      </ActionForm>
    </details>
  )
}
