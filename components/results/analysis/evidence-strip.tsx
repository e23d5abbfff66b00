import { useTranslations } from "next-intl"
import { Choosers, type NameOf } from "@/components/results/analysis/choosers"
import { Cell, DataTable, HeaderCell, Row, RowHeader } from "@/components/ui/data-table"
import { SentenceRef } from "@/components/ui/sentence-ref"
import { paragraphsOf, type SentenceView, sentenceLabel } from "@/lib/reading/sentences"
import { urduLang } from "@/lib/reading/urdu"
import type { ItemAnalysis } from "@/lib/results/analysis/analyse-items"

type EvidenceStripProps = {
  analysis: ItemAnalysis
  sentences: readonly SentenceView[]
  base: string
  nameOf: NameOf
}

const BOX = 15
const STEP = 17
const GAP = 6

/** Where a class looked for proof: one box per sentence, darker the more chose it, the key framed; and as a table. */
export function EvidenceStrip({ analysis, sentences, base, nameOf }: EvidenceStripProps) {
  const results = useTranslations("results")
  const { cited, item } = analysis
  const counts = new Map(cited.map((one) => [one.sentenceId, one.count]))
  const keys = new Set(item.key?.sentenceIds)
  const label = cited.map((one) => {
    const sentence = sentences.find(({ id }) => id === one.sentenceId)
    const name = sentence ? sentenceLabel(sentence) : "?"
    return results("items.whereOne", { count: one.count, label: name, isKey: String(one.isKey) })
  })
  return (
    <div className="mt-5">
      <h4 className="font-semibold">{results("items.whereTitle")}</h4>
      {cited.length === 0 ? (
        <p className="text-ink-3">{results("items.nobodyChose")}</p>
      ) : (
        <>
          <Strip
            sentences={sentences}
            counts={counts}
            keys={keys}
            most={cited[0]?.count ?? 1}
            label={label.join(", ")}
          />
          <CitedTable analysis={analysis} sentences={sentences} base={base} nameOf={nameOf} />
        </>
      )}
    </div>
  )
}

type StripProps = {
  sentences: readonly SentenceView[]
  counts: ReadonlyMap<string, number>
  keys: ReadonlySet<string>
  most: number
  label: string
}

function Strip({ sentences, counts, keys, most, label }: StripProps) {
  const paragraphs = paragraphsOf(sentences)
  const widths = paragraphs.map((paragraph) => paragraph.length * STEP + GAP)
  const startOf = (at: number) => widths.slice(0, at).reduce((sum, width) => sum + width, 0)
  const width = startOf(paragraphs.length) + 4
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section tabIndex={0} aria-label={label} className="my-3 overflow-x-auto">
      <svg width={width} height="44" viewBox={`-2 0 ${width} 44`} role="img" aria-label={label}>
        {paragraphs.map((paragraph, at) => (
          <g key={paragraph[0]?.id} transform={`translate(${startOf(at)} 0)`}>
            {paragraph.map((sentence, index) => (
              <Box
                key={sentence.id}
                x={index * STEP}
                count={counts.get(sentence.id) ?? 0}
                most={most}
                isKey={keys.has(sentence.id)}
              />
            ))}
            <text
              x={(paragraph.length * STEP) / 2 - 1}
              y="40"
              textAnchor="middle"
              className="fill-ink-3 font-ui text-13"
            >
              {at + 1}
            </text>
          </g>
        ))}
      </svg>
    </section>
  )
}

function Box({ x, count, most, isKey }: { x: number; count: number; most: number; isKey: boolean }) {
  const strength = most > 0 ? count / most : 0
  return (
    <>
      <rect x={x} y="4" width={BOX} height="18" fillOpacity={0.55} className="fill-rule" />
      {count > 0 && (
        <rect
          x={x}
          y="4"
          width={BOX}
          height="18"
          fillOpacity={0.2 + 0.8 * strength}
          className="fill-accent"
        />
      )}
      {isKey && (
        <rect
          x={x - 1}
          y="3"
          width={BOX + 2}
          height="20"
          fill="none"
          strokeWidth="2"
          className="stroke-ink"
        />
      )}
      {count > 0 && (
        <text
          x={x + BOX / 2}
          y="17.5"
          textAnchor="middle"
          className={
            strength > 0.45
              ? "fill-on-accent font-semibold font-ui text-13"
              : "fill-ink font-semibold font-ui text-13"
          }
        >
          {count}
        </text>
      )}
    </>
  )
}

function CitedTable({ analysis, sentences, base, nameOf }: EvidenceStripProps) {
  const results = useTranslations("results")
  const byId = new Map(sentences.map((sentence) => [sentence.id, sentence]))
  return (
    <DataTable caption={results("items.whereTitle")} minWidth="28rem">
      <thead>
        <tr>
          <HeaderCell>{results("items.sentence")}</HeaderCell>
          <HeaderCell numeric>{results("items.chosenBy")}</HeaderCell>
        </tr>
      </thead>
      <tbody>
        {analysis.cited.map((one) => {
          const sentence = byId.get(one.sentenceId)
          return (
            <Row key={one.sentenceId}>
              <RowHeader className="font-normal">
                <span className="grid grid-cols-[3rem_minmax(0,1fr)] items-baseline">
                  <span>
                    {sentence && <SentenceRef label={sentenceLabel(sentence)} text={sentence.text} />}
                  </span>
                  <span className="font-read" dir="auto" lang={urduLang(sentence?.text ?? null)}>
                    {sentence?.text}
                    {one.isKey && (
                      <span className="ms-2 font-semibold font-ui text-13 text-right">
                        {results("items.keySentence")}
                      </span>
                    )}
                  </span>
                </span>
              </RowHeader>
              <Cell numeric className="align-top">
                <Choosers counted={one} base={base} nameOf={nameOf} />
              </Cell>
            </Row>
          )
        })}
      </tbody>
    </DataTable>
  )
}
