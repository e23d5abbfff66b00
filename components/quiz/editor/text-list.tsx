"use client"

import { Plus, Trash2 } from "lucide-react"
import type { ReactNode } from "react"
import { v4 } from "uuid"
import { Button } from "@/components/ui/button"
import { cn } from "@/components/ui/cn"
import { FieldError } from "@/components/ui/field-frame"
import { IconButton } from "@/components/ui/icon-button"
import { LongLine } from "@/components/ui/long-line"
import type { Option } from "@/lib/quiz/options"

type TextListProps = {
  list: readonly Option[]
  onChange: (list: Option[]) => void
  legend: ReactNode
  /** Of the fields, with the place of a line after it: "row" gives "row-0". */
  name: string
  /** A letter or number before a line, counted from 0. */
  markOf: (at: number) => ReactNode
  labelOf: (at: number) => string
  removeLabelOf: (at: number) => string
  addLabel: string
  maxLength: number
  fewest: number
  most: number
  error: string | undefined
  /** What stands below a line, such as what is right for it. */
  below?: (id: string, at: number) => ReactNode
}

/** Lines of an author, each with an id of its own, to be added and taken away. */
export function TextList(props: TextListProps) {
  const { list, onChange, name, addLabel, fewest, most, error, below } = props
  const setText = (id: string, text: string) =>
    onChange(list.map((one) => (one.id === id ? { ...one, text } : one)))
  return (
    <fieldset className={cn("grid", below ? "gap-3" : "gap-2")}>
      <legend className="mb-2 font-semibold">{props.legend}</legend>
      {list.map(({ id, text }, at) => (
        <div key={id} className="grid grid-cols-[1.25rem_minmax(0,1fr)_auto] items-start gap-x-2">
          <span aria-hidden className="pt-2.5 font-semibold text-ink-3">
            {props.markOf(at)}
          </span>
          <div className="grid gap-2">
            <LongLine
              name={`${name}-${at}`}
              label={props.labelOf(at)}
              hideLabel
              value={text}
              maxLength={props.maxLength}
              onText={(written) => setText(id, written)}
            />
            {below?.(id, at)}
          </div>
          <IconButton
            label={props.removeLabelOf(at)}
            disabled={list.length <= fewest}
            onClick={() => onChange(list.filter((one) => one.id !== id))}
          >
            <Trash2 aria-hidden />
          </IconButton>
        </div>
      ))}
      {error && <FieldError id={`${name}-error`}>{error}</FieldError>}
      {list.length < most && (
        <div>
          <Button dense onClick={() => onChange([...list, { id: v4(), text: "" }])}>
            <Plus aria-hidden /> {addLabel}
          </Button>
        </div>
      )}
    </fieldset>
  )
}
