"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import type { GroupsActions } from "@/components/people/groups/groups-types"
import { ActionForm } from "@/components/ui/action-form"
import { Field } from "@/components/ui/field"
import { RadioGroup } from "@/components/ui/radio-group"
import { SubmitButton } from "@/components/ui/submit-button"
import { type GroupPlan, groupsFor, sizesOf } from "@/lib/classroom/groups/share-out"

type MakeGroupsFormProps = {
  classId: string
  students: number
  action: GroupsActions["make"]
  onDone?: () => void
}

const FIRST: GroupPlan = { by: "size", count: 4 }

/** Deals the class into groups by chance, and says beforehand what comes of it. */
export function MakeGroupsForm({ classId, students, action, onDone }: MakeGroupsFormProps) {
  const t = useTranslations("people.groups")
  const [plan, setPlan] = useState(FIRST)
  return (
    <ActionForm action={action} values={{ classId }} onDone={onDone} className="max-w-sm gap-4">
      <RadioGroup
        name="by"
        label={t("by")}
        value={plan.by}
        onChange={(by) => setPlan({ ...plan, by: by === "number" ? "number" : "size" })}
        options={[
          { value: "size", label: t("bySize") },
          { value: "number", label: t("byNumber") },
        ]}
      />
      <Field
        name="count"
        type="number"
        inputMode="numeric"
        min={1}
        max={300}
        label={t(plan.by === "size" ? "size" : "number")}
        value={plan.count || ""}
        onChange={(event) =>
          setPlan({ ...plan, count: Math.max(0, Math.floor(event.target.valueAsNumber || 0)) })
        }
      />
      <p role="status" className="text-13 text-ink-2">
        <Outcome students={students} plan={plan} />
      </p>
      <SubmitButton className="justify-self-start">{t("make")}</SubmitButton>
    </ActionForm>
  )
}

function Outcome({ students, plan }: { students: number; plan: GroupPlan }) {
  const t = useTranslations("people.groups")
  if (plan.count < 1) return t("outcomeNone")
  const sizes = sizesOf(students, groupsFor(students, plan))
  const [size = 0] = sizes
  const larger = sizes.filter((each) => each === size).length
  const more = { students, larger, size, smaller: sizes.length - larger, smallerSize: size - 1 }
  return t(more.smaller > 0 ? "outcomeTwo" : "outcomeOne", more)
}
