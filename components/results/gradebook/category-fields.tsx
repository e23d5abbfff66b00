"use client"

import { X } from "lucide-react"
import { useTranslations } from "next-intl"
import { Field } from "@/components/ui/field"
import { IconButton } from "@/components/ui/icon-button"

/** A category as it is being edited; numbers are what is typed. */
export type DraftCategory = { key: string; name: string; weight: string; dropLowest: string }

type CategoryFieldsProps = {
  category: DraftCategory
  /** From 1. */
  number: number
  change: (next: DraftCategory) => void
  remove: () => void
}

export function CategoryFields({ category, number, change, remove }: CategoryFieldsProps) {
  const words = useTranslations("results.gradebook.setting")
  const { name, weight, dropLowest } = category
  return (
    <fieldset className="flex flex-wrap items-end gap-3 border-rule border-t pt-3">
      <legend className="sr-only">{words("categoryName", { number })}</legend>
      <Field
        name={`name-${number}`}
        label={words("name")}
        value={name}
        maxLength={60}
        dense
        className="min-w-40 flex-1"
        onChange={(event) => change({ ...category, name: event.target.value })}
      />
      <Field
        name={`weight-${number}`}
        label={words("weight")}
        type="number"
        min={0}
        max={1000}
        value={weight}
        dense
        className="w-24"
        onChange={(event) => change({ ...category, weight: event.target.value })}
      />
      <Field
        name={`drop-${number}`}
        label={words("dropLowest")}
        type="number"
        min={0}
        max={20}
        value={dropLowest}
        dense
        className="w-32"
        onChange={(event) => change({ ...category, dropLowest: event.target.value })}
      />
      <IconButton label={words("remove", { number })} onClick={remove} dense>
        <X aria-hidden />
      </IconButton>
    </fieldset>
  )
}
