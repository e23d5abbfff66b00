import { useTranslations } from "next-intl"
import type { PlaceOf } from "@/components/results/analysis/choosers"
import { CitedTable, ProofTable } from "@/components/results/analysis/cited-table"
import { HeatMap, type HeatRow } from "@/components/results/analysis/heat-map"
import { type SentenceView, sentenceLabel } from "@/lib/reading/sentences"
import type { ItemAnalysis } from "@/lib/results/analysis/analyse-items"
import type { CitedSentence } from "@/lib/results/analysis/count-answers"

export type EvidenceStripProps = {
  analysis: ItemAnalysis
  sentences: readonly SentenceView[]
  placeOf: PlaceOf
}

const countsOf = (cited: readonly CitedSentence[]): Map<string, number> =>
  new Map(cited.map((one) => [one.sentenceId, one.count]))

/** Where a class looked for proof: all of it, and answer by answer where the question has options; and as tables. */
export function EvidenceStrip({ analysis, sentences, placeOf }: EvidenceStripProps) {
  const results = useTranslations("results")
  const { cited, proof, item, n } = analysis
  const labels = new Map(sentences.map((sentence) => [sentence.id, sentenceLabel(sentence)]))
  const inWords = cited.map((one) =>
    results("items.whereOne", {
      count: one.count,
      label: labels.get(one.sentenceId) ?? "?",
      isKey: String(one.isKey),
    }),
  )
  const rows: HeatRow[] = [
    { id: "all", label: results("analysis.proof.all", { count: n }), counts: countsOf(cited) },
    ...proof.map((one) => ({
      id: one.letter,
      label: results("analysis.proof.row", { letter: one.letter, count: one.count }),
      counts: countsOf(one.cited),
    })),
  ]
  return (
    <div className="mt-5">
      <h4 className="font-semibold">
        {results(proof.length > 0 ? "analysis.proof.title" : "items.whereTitle")}
      </h4>
      {cited.length === 0 ? (
        <p className="text-ink-3">{results("items.nobodyChose")}</p>
      ) : (
        <>
          <ProofLead analysis={analysis} labels={labels} />
          <HeatMap
            sentences={sentences}
            rows={rows}
            keys={new Set(item.key?.sentenceIds)}
            label={inWords.join(", ")}
          />
          <p className="mb-3 text-13 text-ink-3">{results("analysis.proof.help")}</p>
          {proof.length > 0 && <ProofTable {...{ analysis, sentences, placeOf }} />}
          <CitedTable {...{ analysis, sentences, placeOf }} />
        </>
      )}
    </div>
  )
}

/** The sentence that the map answers: what the wrong option that most chose was taken from. */
function ProofLead({ analysis, labels }: { analysis: ItemAnalysis; labels: ReadonlyMap<string, string> }) {
  const proof = useTranslations("results.analysis.proof")
  if (analysis.proof.length === 0) return null
  const wrong = analysis.proof.find(({ isKey }) => !isKey)
  const first = wrong?.cited[0]
  return (
    <p className="text-ink-2">
      {wrong && first
        ? proof("lead", {
            letter: wrong.letter,
            label: labels.get(first.sentenceId) ?? "?",
            count: first.count,
            of: wrong.count,
          })
        : proof("leadNone")}
    </p>
  )
}
