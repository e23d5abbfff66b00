"use client"

import { optionLetter } from "@/components/quiz/types/option-list"
import { Select } from "@/components/ui/select"
import type { Option } from "@/lib/quiz/options"

type RowKeyProps = {
  name: string
  label: string
  noneLabel: string
  options: readonly Option[]
  /** By row id. */
  chosen: Readonly<Record<string, string>>
  rows: readonly Option[]
  rowId: string
  onChange: (chosen: Record<string, string>) => void
}

/** Which option of the shared list is right for one row. */
export function RowKey({ rows, options, chosen, rowId, onChange, ...said }: RowKeyProps) {
  const right = chosen[rowId] ?? ""
  const isThere = options.some(({ id }) => id === right)
  const choose = (option: string) => {
    // Only rows that are still there: a key names nothing else.
    const others = rows.flatMap(({ id }): [string, string][] => {
      const one = chosen[id]
      return id !== rowId && one ? [[id, one]] : []
    })
    onChange(Object.fromEntries(option ? [...others, [rowId, option]] : others))
  }
  return (
    <Select
      dense
      name={said.name}
      label={said.label}
      hideLabel
      value={isThere ? right : ""}
      options={[
        { value: "", label: said.noneLabel },
        ...options.map(({ id, text }, at) => ({ value: id, label: `${optionLetter(at)}  ${text}` })),
      ]}
      onChange={(event) => choose(event.target.value)}
    />
  )
}
