"use client"

import { useTranslations } from "next-intl"
import type { TypeEditorProps } from "@/components/quiz/editor/editor-props"
import { RowKey } from "@/components/quiz/editor/row-key"
import { SaidFields } from "@/components/quiz/editor/said-fields"
import { TextList } from "@/components/quiz/editor/text-list"
import { optionLetter } from "@/components/quiz/types/option-list"
import { isKeyed } from "@/lib/quiz/authored-item"
import {
  type ClassificationContent,
  type ClassificationKey,
  FEWEST_CATEGORIES,
  FEWEST_STATEMENTS,
  LONGEST_CATEGORY,
  LONGEST_STATEMENT,
  MOST_CATEGORIES,
  MOST_STATEMENTS,
} from "@/lib/quiz/types/classification/shapes"

/** The categories, then the statements, each with the category it belongs into. */
export function ClassificationEditor(props: TypeEditorProps) {
  return (
    <fieldset className="grid gap-6" disabled={props.readOnly}>
      <CategoriesPart {...props} />
      <StatementsPart {...props} />
      {isKeyed(props.item.level) && <SaidFields {...props} />}
    </fieldset>
  )
}

function CategoriesPart({ item, change, problem }: TypeEditorProps) {
  const words = useTranslations("quiz.editor")
  const content = item.content as ClassificationContent
  return (
    <TextList
      name="category"
      legend={
        <>
          {words("categories")}
          <span className="block font-normal text-13 text-ink-2">{words("categoriesHint")}</span>
        </>
      }
      list={content.categories}
      onChange={(categories) => change({ content: { ...content, categories } })}
      markOf={optionLetter}
      labelOf={(at) => words("categoryText", { letter: optionLetter(at) })}
      removeLabelOf={(at) => words("removeCategory", { letter: optionLetter(at) })}
      addLabel={words("addCategory")}
      maxLength={LONGEST_CATEGORY}
      fewest={FEWEST_CATEGORIES}
      most={MOST_CATEGORIES}
      error={problem("categories")}
    />
  )
}

function StatementsPart({ item, change, problem }: TypeEditorProps) {
  const words = useTranslations("quiz.editor")
  const content = item.content as ClassificationContent
  const key = (item.key ?? {}) as Partial<ClassificationKey>
  return (
    <TextList
      name="statement"
      legend={words("statements")}
      list={content.statements}
      onChange={(statements) => change({ content: { ...content, statements } })}
      markOf={(at) => at + 1}
      labelOf={(at) => words("statementText", { number: at + 1 })}
      removeLabelOf={(at) => words("removeStatement", { number: at + 1 })}
      addLabel={words("addStatement")}
      maxLength={LONGEST_STATEMENT}
      fewest={FEWEST_STATEMENTS}
      most={MOST_STATEMENTS}
      error={problem("statements") ?? problem("key")}
      below={(id, at) =>
        isKeyed(item.level) && (
          <RowKey
            name={`place-${at + 1}`}
            label={words("statementKey", { number: at + 1 })}
            noneLabel={words("statementKeyNone")}
            rows={content.statements}
            options={content.categories}
            chosen={key.places ?? {}}
            rowId={id}
            onChange={(places) => change({ key: { ...key, places } })}
          />
        )
      }
    />
  )
}
