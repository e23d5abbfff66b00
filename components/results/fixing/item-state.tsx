import { Check } from "lucide-react"
import { useTranslations } from "next-intl"
import { CountsNote } from "@/components/results/fixing/counts-note"
import type { FixingView } from "@/components/results/fixing/fixing-shapes"
import { Cell, DataTable, HeaderCell, Row, RowHeader } from "@/components/ui/data-table"

/** The question as it counts now: how it was answered, and what is right. */
export function ItemState({ fixing: { item, analysis } }: { fixing: FixingView }) {
  const words = useTranslations("results.fixing")
  const lines = linesOf(analysis)
  return (
    <section aria-labelledby="stands" className="max-w-read">
      <h2 id="stands" className="font-semibold text-17">
        {words("stands")}
      </h2>
      <p className="text-13 text-ink-2">
        {words("worth", { points: item.points })}
        {item.ownPoints !== null &&
          item.ownPoints !== item.lessonPoints &&
          ` ${words("lessonWorth", { points: item.lessonPoints })}`}
      </p>
      {item.key && item.key.answers.length > 0 && (
        <p dir="auto" className="text-13 text-ink-2">
          {words("rightNow", { answers: item.key.answers.join(" / ") })}
        </p>
      )}
      <CountsNote item={item} />
      {lines.length > 0 && (
        <DataTable caption={words("answers")} className="mt-2">
          <thead>
            <tr>
              <HeaderCell>{words("answer")}</HeaderCell>
              <HeaderCell numeric>{words("students")}</HeaderCell>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <Row key={line.id}>
                <RowHeader className="font-normal" dir="auto">
                  {line.mark && <b className="me-2 font-semibold">{line.mark}</b>}
                  {line.text}
                  {line.isRight && (
                    <span className="ms-2 inline-flex items-center gap-1 whitespace-nowrap font-semibold text-13 text-right">
                      <Check aria-hidden className="size-3.5" />
                      {words("isKey")}
                    </span>
                  )}
                </RowHeader>
                <Cell numeric>{line.count}</Cell>
              </Row>
            ))}
            {analysis.blank.count > 0 && (
              <Row>
                <RowHeader className="font-normal text-ink-3">{words("blank")}</RowHeader>
                <Cell numeric>{analysis.blank.count}</Cell>
              </Row>
            )}
          </tbody>
        </DataTable>
      )}
    </section>
  )
}

function linesOf({ options, texts }: FixingView["analysis"]) {
  if (options.length > 0)
    return options.map(({ id, letter, text, count, isKey }) => ({
      id,
      mark: letter,
      text,
      count,
      isRight: isKey,
    }))
  return texts.map(({ text, count, isRight }) => ({ id: text, mark: "", text, count, isRight }))
}
