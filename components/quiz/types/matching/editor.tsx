"use client"

import { useTranslations } from "next-intl"
import type { TypeEditorProps } from "@/components/quiz/editor/editor-props"
import { RowKey } from "@/components/quiz/editor/row-key"
import { SaidFields } from "@/components/quiz/editor/said-fields"
import { TextList } from "@/components/quiz/editor/text-list"
import { optionLetter } from "@/components/quiz/types/option-list"
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
  return (
    <TextList
      name="match"
      legend={
        <>
          {words("matches")}
          <span className="block font-normal text-13 text-ink-2">{words("matchesHint")}</span>
        </>
      }
      list={content.options}
      onChange={(options) => change({ content: { ...content, options } })}
      markOf={optionLetter}
      labelOf={(at) => words("optionText", { letter: optionLetter(at) })}
      removeLabelOf={(at) => words("removeOption", { letter: optionLetter(at) })}
      addLabel={words("addOption")}
      maxLength={500}
      fewest={FEWEST_OPTIONS}
      most={MOST_MATCHES}
      error={problem("options")}
    />
  )
}

function RowsPart({ item, change, problem }: TypeEditorProps) {
  const words = useTranslations("quiz.editor")
  const content = item.content as MatchingContent
  const { rows, options } = content
  const key = (item.key ?? {}) as Partial<MatchingKey>
  return (
    <TextList
      name="row"
      legend={words("rows")}
      list={rows}
      onChange={(list) => change({ content: { ...content, rows: list } })}
      markOf={(at) => at + 1}
      labelOf={(at) => words("rowText", { number: at + 1 })}
      removeLabelOf={(at) => words("removeRow", { number: at + 1 })}
      addLabel={words("addRow")}
      maxLength={300}
      fewest={FEWEST_ROWS}
      most={MOST_ROWS}
      error={problem("rows") ?? problem("key")}
      below={(id, at) =>
        isKeyed(item.level) && (
          <RowKey
            name={`pair-${at + 1}`}
            label={words("rowKey", { number: at + 1 })}
            noneLabel={words("rowKeyNone")}
            {...{ rows, options }}
            chosen={key.pairs ?? {}}
            rowId={id}
            onChange={(pairs) => change({ key: { ...key, pairs } })}
          />
        )
      }
    />
  )
}
