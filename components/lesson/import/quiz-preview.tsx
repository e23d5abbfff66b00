"use client"

import { CircleAlert, CircleCheck, CircleMinus, TriangleAlert } from "lucide-react"
import { useTranslations } from "next-intl"
import { useEffect, useRef } from "react"
import { ChoiceMark } from "@/components/ui/choice-mark"
import { Cell, DataTable, HeaderCell, Row, RowHeader } from "@/components/ui/data-table"
import { type Remark, remarkKey } from "@/lib/quiz/exchange/exchange-item"
import type { PlannedItem, PlannedQuiz } from "@/lib/quiz/exchange/view-plan"
import { isQuestion } from "@/lib/quiz/question"

type QuizPreviewProps = {
  quiz: PlannedQuiz
  chosen: readonly number[]
  onChoose: (number: number, taken: boolean) => void
}

/** What becomes of a file's questions, one by one, and what could not be read. */
export function QuizPreview({ quiz, chosen, onChoose }: QuizPreviewProps) {
  const t = useTranslations("lesson.importQuiz")
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  const { format, items, skipped } = quiz
  const inState = (state: PlannedItem["state"]) => items.filter((item) => item.state === state)
  const count = (state: PlannedItem["state"]) => inState(state).length
  const fresh = inState("new").filter(isQuestion).length
  return (
    <>
      <div>
        <h2 ref={title} tabIndex={-1} className="font-semibold text-20">
          {t("planTitle")}
        </h2>
        <p className="mt-1">
          {t("summary", {
            format: t(`formats.${format}`),
            fresh,
            notes: count("new") - fresh,
            there: count("there"),
            cannot: count("cannot"),
            skipped: skipped.length,
          })}
        </p>
      </div>
      {items.length > 0 && (
        <DataTable caption={t("planTitle")}>
          <thead>
            <tr>
              <HeaderCell numeric>{t("line")}</HeaderCell>
              <HeaderCell>{t("question")}</HeaderCell>
              <HeaderCell>{t("outcome")}</HeaderCell>
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <ItemRow
                key={item.number}
                item={item}
                isChosen={chosen.includes(item.number)}
                onChoose={(taken) => onChoose(item.number, taken)}
              />
            ))}
          </tbody>
        </DataTable>
      )}
      {skipped.length > 0 && <Skipped skipped={skipped} />}
    </>
  )
}

type ItemRowProps = { item: PlannedItem; isChosen: boolean; onChoose: (taken: boolean) => void }

function ItemRow({ item, isChosen, onChoose }: ItemRowProps) {
  const t = useTranslations("lesson.importQuiz")
  const types = useTranslations("lesson.itemTypes")
  const { number, line, type, prompt, state, remarks } = item
  return (
    <Row>
      <Cell numeric className="w-12 align-top text-ink-3">
        {line}
      </Cell>
      <RowHeader className="align-top">
        <span className="flex items-start gap-3">
          {state !== "cannot" && (
            <ChoiceMark
              type="checkbox"
              aria-label={t("take", { number, type })}
              checked={isChosen}
              onChange={(event) => onChoose(event.target.checked)}
            />
          )}
          <span className="grid min-w-0 break-words">
            <span dir="auto" className="line-clamp-3">
              {prompt}
            </span>
            <span className="font-normal text-13 text-ink-2">{types(type)}</span>
          </span>
        </span>
      </RowHeader>
      <Cell className="align-top">
        <Outcome state={state} />
        {remarks.map((remark) => (
          <p key={remark.code} className="mt-1 flex items-start gap-1.5 text-13 text-ink-2">
            <TriangleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0 text-part" />
            <RemarkWords remark={remark} />
          </p>
        ))}
      </Cell>
    </Row>
  )
}

const MARKS = {
  new: [CircleCheck, "text-right"],
  there: [CircleMinus, "text-ink-2"],
  cannot: [CircleAlert, "text-wrong"],
} as const

function Outcome({ state }: Pick<PlannedItem, "state">) {
  const t = useTranslations("lesson.importQuiz")
  const [Icon, color] = MARKS[state]
  return (
    <span className="flex items-start gap-1.5">
      <Icon aria-hidden className={`mt-1 size-4 shrink-0 ${color}`} />
      {t(state)}
    </span>
  )
}

function Skipped({ skipped }: { skipped: readonly Remark[] }) {
  const t = useTranslations("lesson.importQuiz")
  const exchange = useTranslations("quiz.exchange")
  return (
    <section>
      <h3 className="mb-2 font-semibold">{t("skippedTitle")}</h3>
      <ul className="divide-y divide-rule border-rule border-y">
        {skipped.map((remark) => (
          <li key={`${remark.line} ${remark.code}`} className="flex items-start gap-3 py-2">
            <CircleAlert aria-hidden className="mt-1 size-4 shrink-0 text-wrong" />
            <span>
              <span className="text-ink-2">{exchange("where", { line: remark.line })}: </span>
              <RemarkWords remark={remark} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function RemarkWords({ remark }: { remark: Remark }) {
  const t = useTranslations("quiz")
  return <span>{t(remarkKey(remark) as "exchange.noPrompt", remark.params)}</span>
}
