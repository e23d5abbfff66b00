"use client"

import { Plus, Trash2 } from "lucide-react"
import { useTranslations } from "next-intl"
import { v4 } from "uuid"
import type { TypeEditorProps } from "@/components/quiz/editor/editor-props"
import { SaidFields } from "@/components/quiz/editor/said-fields"
import { optionLetter } from "@/components/quiz/types/option-list"
import { Button } from "@/components/ui/button"
import { FieldError } from "@/components/ui/field-frame"
import { IconButton } from "@/components/ui/icon-button"
import { LongLine } from "@/components/ui/long-line"
import { Select } from "@/components/ui/select"
import { isKeyed } from "@/lib/quiz/authored-item"
import { FEWEST_OPTIONS } from "@/lib/quiz/options"
import {
  FEWEST_ROWS,
  type MatchingContent,
  type MatchingKey,
  MOST_MATCHES,
  MOST_ROWS,
} from "@/lib/quiz/types/matching/shapes"

/** The list to choose from, then the rows, each with what is right for it. */
export function MatchingEditor(props: TypeEditorProps) {
  return (
    <fieldset className="grid gap-6" disabled={props.readOnly}>
      <OptionsPart {...props} />
      <RowsPart {...props} />
      {isKeyed(props.item.level) && <SaidFields {...props} />}
    </fieldset>
  )
}

function OptionsPart({ item, change, problem }: TypeEditorProps) {
  const words = useTranslations("quiz.editor")
  const content = item.content as MatchingContent
  const { options } = content
  const setOptions = (list: MatchingContent["options"]) => change({ content: { ...content, options: list } })
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-2 font-semibold">
        {words("matches")}
        <span className="block font-normal text-13 text-ink-2">{words("matchesHint")}</span>
      </legend>
      {options.map(({ id, text }, at) => (
        <div key={id} className="grid grid-cols-[1.25rem_minmax(0,1fr)_auto] items-center gap-x-2">
          <span aria-hidden className="font-semibold text-ink-3">
            {optionLetter(at)}
          </span>
          <LongLine
            name={`match-${at}`}
            label={words("optionText", { letter: optionLetter(at) })}
            hideLabel
            value={text}
            maxLength={500}
            onText={(written) =>
              setOptions(options.map((one) => (one.id === id ? { ...one, text: written } : one)))
            }
          />
          <IconButton
            label={words("removeOption", { letter: optionLetter(at) })}
            disabled={options.length <= FEWEST_OPTIONS}
            onClick={() => setOptions(options.filter((one) => one.id !== id))}
          >
            <Trash2 aria-hidden />
          </IconButton>
        </div>
      ))}
      {problem("options") && <FieldError id="options-error">{problem("options")}</FieldError>}
      {options.length < MOST_MATCHES && (
        <div>
          <Button dense onClick={() => setOptions([...options, { id: v4(), text: "" }])}>
            <Plus aria-hidden /> {words("addOption")}
          </Button>
        </div>
      )}
    </fieldset>
  )
}

function RowsPart({ item, change, problem }: TypeEditorProps) {
  const words = useTranslations("quiz.editor")
  const content = item.content as MatchingContent
  const { rows } = content
  const setRows = (list: MatchingContent["rows"]) => change({ content: { ...content, rows: list } })
  const error = problem("rows") ?? problem("key")
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-2 font-semibold">{words("rows")}</legend>
      {rows.map(({ id, text }, at) => (
        <div key={id} className="grid grid-cols-[1.25rem_minmax(0,1fr)_auto] items-start gap-x-2">
          <span aria-hidden className="pt-2.5 font-semibold text-ink-3">
            {at + 1}
          </span>
          <div className="grid gap-2">
            <LongLine
              name={`row-${at}`}
              label={words("rowText", { number: at + 1 })}
              hideLabel
              value={text}
              maxLength={300}
              onText={(written) =>
                setRows(rows.map((one) => (one.id === id ? { ...one, text: written } : one)))
              }
            />
            {isKeyed(item.level) && <RowKey {...{ item, change }} row={id} number={at + 1} />}
          </div>
          <IconButton
            label={words("removeRow", { number: at + 1 })}
            disabled={rows.length <= FEWEST_ROWS}
            onClick={() => setRows(rows.filter((one) => one.id !== id))}
          >
            <Trash2 aria-hidden />
          </IconButton>
        </div>
      ))}
      {error && <FieldError id="rows-error">{error}</FieldError>}
      {rows.length < MOST_ROWS && (
        <div>
          <Button dense onClick={() => setRows([...rows, { id: v4(), text: "" }])}>
            <Plus aria-hidden /> {words("addRow")}
          </Button>
        </div>
      )}
    </fieldset>
  )
}

type RowKeyProps = Pick<TypeEditorProps, "item" | "change"> & { row: string; number: number }

/** Which option is right for a row. */
function RowKey({ item, change, row, number }: RowKeyProps) {
  const words = useTranslations("quiz.editor")
  const { rows, options } = item.content as MatchingContent
  const key = (item.key ?? {}) as Partial<MatchingKey>
  const chosen = key.pairs?.[row] ?? ""
  const isThere = options.some(({ id }) => id === chosen)
  const choose = (option: string) => {
    // Only rows that are still there: a key names nothing else.
    const others = rows.flatMap(({ id }): [string, string][] => {
      const pair = key.pairs?.[id]
      return id !== row && pair ? [[id, pair]] : []
    })
    change({ key: { ...key, pairs: Object.fromEntries(option ? [...others, [row, option]] : others) } })
  }
  return (
    <Select
      dense
      name={`pair-${number}`}
      label={words("rowKey", { number })}
      hideLabel
      value={isThere ? chosen : ""}
      options={[
        { value: "", label: words("rowKeyNone") },
        ...options.map(({ id, text }, at) => ({ value: id, label: `${optionLetter(at)}  ${text}` })),
      ]}
      onChange={(event) => choose(event.target.value)}
    />
  )
}
