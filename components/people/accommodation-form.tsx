"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import { ActionForm, type ActionResult } from "@/components/ui/action-form"
import { Checkbox } from "@/components/ui/checkbox"
import { Field } from "@/components/ui/field"
import { Select } from "@/components/ui/select"
import { SubmitButton } from "@/components/ui/submit-button"
import {
  ACCOMMODATION_MOST,
  type Accommodation,
  NO_ACCOMMODATION,
  USUAL_MULTIPLIERS,
} from "@/lib/classroom/accommodation"

/** What came of it: sittings that have a new end, and assignments whose dates leave no room for it. */
export type Granted = {
  movedDeadlines: number
  clashing: readonly { assignmentId: string; title: string; className: string }[]
}

export type SetAction = (input: unknown) => Promise<ActionResult<Granted>>

type AccommodationFormProps = {
  classId: string
  /** Those who get it. */
  enrolmentIds: readonly string[]
  /** What stands in the fields at first. */
  now: Accommodation | null
  action: SetAction
  onDone: (granted: Granted) => void
}

/** What one or several students are granted. There is no field for a reason: none is kept. */
export function AccommodationForm({ classId, enrolmentIds, now, action, onDone }: AccommodationFormProps) {
  const t = useTranslations("people.accommodation")
  const held = now ?? NO_ACCOMMODATION
  return (
    <ActionForm
      action={action}
      toInput={(form) => ({ classId, enrolmentIds, accommodation: readAccommodationForm(form) })}
      onDone={onDone}
      className="gap-4"
    >
      <TimeFields held={held} />
      <div className="grid gap-4 md:grid-cols-2">
        {(["extraAttempts", "extraDays"] as const).map((name) => (
          <Field
            key={name}
            name={name}
            type="number"
            min={0}
            max={ACCOMMODATION_MOST[name]}
            label={t(`fields.${name}`)}
            hint={t(`hints.${name}`)}
            defaultValue={held[name]}
            className="content-between"
          />
        ))}
      </div>
      <div>
        {(["readAloud", "largerType"] as const).map((name) => (
          <Checkbox
            key={name}
            name={name}
            label={t(`fields.${name}`)}
            hint={t(`hints.${name}`)}
            defaultChecked={held[name]}
          />
        ))}
      </div>
      <p className="text-13 text-ink-2">{t("never")}</p>
      <div>
        <SubmitButton pendingLabel={t("saving")}>{t("save", { count: enrolmentIds.length })}</SubmitButton>
      </div>
    </ActionForm>
  )
}

const OWN = "own"

function TimeFields({ held }: { held: Accommodation }) {
  const t = useTranslations("people.accommodation")
  const isUsual = USUAL_MULTIPLIERS.some((usual) => usual === held.timeMultiplier)
  const [multiplier, setMultiplier] = useState(isUsual ? String(held.timeMultiplier) : OWN)
  const [noTimeLimit, setNoTimeLimit] = useState(held.noTimeLimit)
  const options = [
    ...USUAL_MULTIPLIERS.map((usual) => ({
      value: String(usual),
      label: usual === 1 ? t("usual") : t("granted.times", { multiplier: usual }),
    })),
    { value: OWN, label: t("own") },
  ]
  return (
    <>
      <Checkbox
        name="noTimeLimit"
        label={t("fields.noTimeLimit")}
        hint={t("hints.noTimeLimit")}
        checked={noTimeLimit}
        onChange={(event) => setNoTimeLimit(event.target.checked)}
      />
      {/* Hidden, not gone: who takes "no limit" back before saving finds the minutes as they were. */}
      <fieldset className="grid gap-4 md:grid-cols-2" hidden={noTimeLimit} disabled={noTimeLimit}>
        <legend className="sr-only">{t("fields.timeMultiplier")}</legend>
        <Select
          name="multiplier"
          label={t("fields.timeMultiplier")}
          options={options}
          value={multiplier}
          onChange={(event) => setMultiplier(event.target.value)}
          className="content-between"
        />
        {multiplier === OWN && (
          <Field
            name="ownMultiplier"
            type="number"
            min={1}
            max={ACCOMMODATION_MOST.timeMultiplier}
            step={0.05}
            label={t("fields.ownMultiplier")}
            defaultValue={held.timeMultiplier}
            className="content-between"
          />
        )}
        <Field
          name="extraMinutes"
          type="number"
          min={0}
          max={ACCOMMODATION_MOST.extraMinutes}
          label={t("fields.extraMinutes")}
          defaultValue={held.extraMinutes}
          className="content-between"
        />
      </fieldset>
    </>
  )
}

function readAccommodationForm(form: FormData): Accommodation {
  const number = (name: string) => Number(form.get(name) || 0)
  const multiplier = form.get("multiplier")
  return {
    timeMultiplier: multiplier === OWN ? number("ownMultiplier") : Number(multiplier ?? 1),
    extraMinutes: number("extraMinutes"),
    noTimeLimit: form.get("noTimeLimit") !== null,
    extraAttempts: number("extraAttempts"),
    extraDays: number("extraDays"),
    readAloud: form.get("readAloud") !== null,
    largerType: form.get("largerType") !== null,
  }
}
