import { useTranslations } from "next-intl"
import { Choosers, type PlaceOf } from "@/components/results/analysis/choosers"
import { type CountLine, CountTable } from "@/components/results/analysis/count-table"
import { EvidenceStrip } from "@/components/results/analysis/evidence-strip"
import { FigureLine } from "@/components/results/analysis/figure-line"
import { FindingLabel, FindingReason } from "@/components/results/analysis/item-finding"
import { FixLink } from "@/components/results/fixing/fix-link"
import { ByHand } from "@/components/results/grading/by-hand"
import { itemTypeOf } from "@/lib/quiz/item-types"
import type { SentenceView } from "@/lib/reading/sentences"
import type { ItemAnalysis } from "@/lib/results/analysis/analyse-items"

type ItemDetailProps = {
  analysis: ItemAnalysis
  base: string
  placeOf: PlaceOf
  mayGrade: boolean
  sentences: readonly SentenceView[]
}

/** One question: who chose what, what was typed, where proof was looked for. */
export function ItemDetail({ analysis, base, placeOf, mayGrade, sentences }: ItemDetailProps) {
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
      <FindingReason analysis={analysis} />
      <FigureLine analysis={analysis} />
      <FixLink item={item} base={base} />
      <div className="mt-3 grid items-start gap-x-10 gap-y-5 lg:grid-cols-2">
        <ByHand {...{ analysis, base, placeOf, mayGrade }} />
        {analysis.parts.length > 0 ? (
          <PartTables analysis={analysis} placeOf={placeOf} />
        ) : (
          <AnswerTable analysis={analysis} placeOf={placeOf} />
        )}
        <WrongEvidence analysis={analysis} placeOf={placeOf} />
      </div>
      {itemTypeOf(item.type).choosesSentences && (
        <EvidenceStrip analysis={analysis} sentences={sentences} placeOf={placeOf} />
      )}
    </section>
  )
}

type AnswersProps = Pick<ItemDetailProps, "analysis" | "placeOf">

function linesOf(analysis: ItemAnalysis): CountLine[] {
  if (analysis.options.length > 0)
    return analysis.options.map((option) => ({ ...option, mark: option.letter, isRight: option.isKey }))
  return analysis.texts.map((text) => ({ ...text, id: text.text, mark: "" }))
}

function AnswerTable({ analysis, placeOf }: AnswersProps) {
  const results = useTranslations("results")
  const { item, blank, figures } = analysis
  const isChoice = analysis.options.length > 0
  const lines = linesOf(analysis)
  const groups = isChoice ? (figures?.groups ?? null) : null
  // Where only sentences are chosen, these stand in the strip below.
  if (lines.length === 0 && blank.count === 0) return null
  return (
    <CountTable
      caption={results("items.detail", { position: item.position, title: item.title ?? item.prompt })}
      head={results(isChoice ? "items.option" : "items.answer")}
      rightWord={results(isChoice ? "items.key" : "items.accepted")}
      groups={groups && { part: groups.part, upper: groups.upper.length, lower: groups.lower.length }}
      {...{ lines, blank, placeOf }}
    />
  )
}

/** A table for each place of an item that has several. */
function PartTables({ analysis, placeOf }: AnswersProps) {
  const results = useTranslations("results")
  return analysis.parts.map(({ id, label, answers }, at) => (
    <CountTable
      key={id}
      caption={label}
      head={label}
      rightWord={results("items.key")}
      lines={answers.map((line) => ({ ...line, id: line.text, mark: "" }))}
      blank={at === 0 ? analysis.blank : null}
      placeOf={placeOf}
    />
  ))
}

function WrongEvidence({ analysis, placeOf }: AnswersProps) {
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
      {pair.count > 0 && <Choosers counted={pair} placeOf={placeOf} inWords />}
    </div>
  )
}
