import { Check } from "lucide-react"
import { useTranslations } from "next-intl"
import { Choosers, type NameOf } from "@/components/results/analysis/choosers"
import { EvidenceStrip } from "@/components/results/analysis/evidence-strip"
import { FindingLabel } from "@/components/results/analysis/item-finding"
import { FixLink } from "@/components/results/fixing/fix-link"
import { ByHand } from "@/components/results/grading/by-hand"
import { Cell, DataTable, HeaderCell, Row, RowHeader } from "@/components/ui/data-table"
import { itemTypeOf } from "@/lib/quiz/item-types"
import type { SentenceView } from "@/lib/reading/sentences"
import type { Counted, ItemAnalysis } from "@/lib/results/analysis/analyse-items"

type ItemDetailProps = {
  analysis: ItemAnalysis
  base: string
  nameOf: NameOf
  mayGrade: boolean
  sentences: readonly SentenceView[]
}

/** One question: who chose what, what was typed, where proof was looked for. */
export function ItemDetail({ analysis, base, nameOf, mayGrade, sentences }: ItemDetailProps) {
  const results = useTranslations("results")
  const { item } = analysis
  return (
    <section
      id={`question-${item.position}`}
      aria-labelledby={`question-${item.position}-title`}
      className="scroll-mt-4 border-rule border-t py-6"
    >
      <h3 id={`question-${item.position}-title`} className="font-semibold text-17" dir="auto">
        <span className="me-2 text-ink-3 tabular-nums">{item.position}</span>
        {item.title ?? item.prompt}
      </h3>
      <p className="mt-0.5 max-w-[62ch] text-ink-2" dir="auto">
        {item.title ? item.prompt : null}
      </p>
      <p className="mt-1 flex flex-wrap gap-x-4 text-13 text-ink-3">
        <span>{results(`items.level.${item.level}`)}</span>
        <span>{item.skills.join(", ")}</span>
        {item.isKeyed && <span>{results("items.points", { count: item.points })}</span>}
        <FindingLabel analysis={analysis} />
      </p>
      <FixLink item={item} base={base} />
      <div className="mt-3 grid items-start gap-x-10 gap-y-5 lg:grid-cols-2">
        <ByHand {...{ analysis, base, nameOf, mayGrade }} />
        {analysis.parts.length > 0 ? (
          <PartTables analysis={analysis} base={base} nameOf={nameOf} />
        ) : (
          <AnswerTable analysis={analysis} base={base} nameOf={nameOf} />
        )}
        <WrongEvidence analysis={analysis} base={base} nameOf={nameOf} />
      </div>
      {itemTypeOf(item.type).choosesSentences && (
        <EvidenceStrip analysis={analysis} sentences={sentences} base={base} nameOf={nameOf} />
      )}
    </section>
  )
}

type Line = Counted & { id: string; mark: string; text: string; isRight: boolean }

function linesOf(analysis: ItemAnalysis): Line[] {
  if (analysis.options.length > 0)
    return analysis.options.map((option) => ({ ...option, mark: option.letter, isRight: option.isKey }))
  return analysis.texts.map((text) => ({ ...text, id: text.text, mark: "" }))
}

function AnswerTable({ analysis, base, nameOf }: Omit<ItemDetailProps, "sentences" | "mayGrade">) {
  const results = useTranslations("results")
  const { item, blank } = analysis
  const isChoice = analysis.options.length > 0
  const lines = linesOf(analysis)
  // Where only sentences are chosen, these stand in the strip below.
  if (lines.length === 0 && blank.count === 0) return null
  const shown = {
    caption: results("items.detail", { position: item.position, title: item.title ?? item.prompt }),
    head: results(isChoice ? "items.option" : "items.answer"),
    rightWord: results(isChoice ? "items.key" : "items.accepted"),
  }
  return <CountTable {...{ ...shown, lines, blank, base, nameOf }} />
}

/** A table for each place of an item that has several. */
function PartTables({ analysis, base, nameOf }: Omit<ItemDetailProps, "sentences" | "mayGrade">) {
  const results = useTranslations("results")
  return analysis.parts.map(({ id, label, answers }, at) => (
    <CountTable
      key={id}
      caption={label}
      head={label}
      rightWord={results("items.key")}
      lines={answers.map((line) => ({ ...line, id: line.text, mark: "" }))}
      blank={at === 0 ? analysis.blank : null}
      base={base}
      nameOf={nameOf}
    />
  ))
}

type CountTableProps = Pick<ItemDetailProps, "base" | "nameOf"> & {
  caption: string
  /** Over the first column. */
  head: string
  /** Marks the line that is right. */
  rightWord: string
  lines: readonly Line[]
  blank: Counted | null
}

/** What was answered, and by whom. */
function CountTable({ caption, head, rightWord, lines, blank, base, nameOf }: CountTableProps) {
  const results = useTranslations("results")
  return (
    <DataTable caption={caption} minWidth="20rem">
      <thead>
        <tr>
          <HeaderCell>{head}</HeaderCell>
          <HeaderCell numeric>{results("items.chosenBy")}</HeaderCell>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Row key={line.id}>
            <RowHeader className="font-normal" dir="auto">
              <span className="flex items-baseline gap-2">
                {line.mark && <b className="w-4 shrink-0 font-semibold">{line.mark}</b>}
                <span>
                  {line.text}
                  {line.isRight && <KeyWord word={rightWord} />}
                </span>
              </span>
            </RowHeader>
            <Cell numeric className="align-top">
              <Choosers counted={line} base={base} nameOf={nameOf} />
            </Cell>
          </Row>
        ))}
        {blank && blank.count > 0 && (
          <Row>
            <RowHeader className="font-normal text-ink-3">{results("items.blank")}</RowHeader>
            <Cell numeric className="align-top">
              <Choosers counted={blank} base={base} nameOf={nameOf} />
            </Cell>
          </Row>
        )}
      </tbody>
    </DataTable>
  )
}

function KeyWord({ word }: { word: string }) {
  return (
    <span className="ms-2 inline-flex items-center gap-1 whitespace-nowrap font-semibold text-13 text-right">
      <Check aria-hidden className="size-3.5" />
      {word}
    </span>
  )
}

function WrongEvidence({ analysis, base, nameOf }: Omit<ItemDetailProps, "sentences" | "mayGrade">) {
  const results = useTranslations("results")
  const pair = analysis.rightAnswerWrongEvidence
  if (!pair) return null
  return (
    <div>
      <h4 className="font-semibold">{results("items.wrongEvidenceTitle")}</h4>
      <p className="text-ink-2">
        {pair.of > 0
          ? results("items.wrongEvidence", { count: pair.count, of: pair.of })
          : results("items.wrongEvidenceNone")}
      </p>
      {pair.count > 0 && <Choosers counted={pair} base={base} nameOf={nameOf} inWords />}
    </div>
  )
}
