import { useTranslations } from "next-intl"
import { Choosers } from "@/components/results/analysis/choosers"
import type { EvidenceStripProps } from "@/components/results/analysis/evidence-strip"
import { Cell, DataTable, HeaderCell, Row, RowHeader } from "@/components/ui/data-table"
import { SentenceRef } from "@/components/ui/sentence-ref"
import { sentenceLabel } from "@/lib/reading/sentences"
import { urduLang } from "@/lib/reading/urdu"

/** Which answer was proved with which sentence, and by whom. */
export function ProofTable({ analysis, sentences, placeOf }: EvidenceStripProps) {
  const proof = useTranslations("results.analysis.proof")
  const results = useTranslations("results")
  const byId = new Map(sentences.map((sentence) => [sentence.id, sentence]))
  return (
    <DataTable caption={proof("title")} minWidth="28rem" className="mb-5">
      <thead>
        <tr>
          <HeaderCell>{proof("chosen")}</HeaderCell>
          <HeaderCell>{proof("cited")}</HeaderCell>
        </tr>
      </thead>
      <tbody>
        {analysis.proof.map((one) => (
          <Row key={one.letter}>
            <RowHeader className="align-top font-normal" dir="auto">
              <b className="me-2 font-semibold">{one.letter}</b>
              {one.text}
              {one.isKey && (
                <span className="ms-2 font-semibold text-13 text-right">{results("items.key")}</span>
              )}
            </RowHeader>
            <Cell className="align-top">
              <div className="flex flex-wrap items-start gap-x-5 gap-y-1">
                {one.cited.map((sentence) => {
                  const found = byId.get(sentence.sentenceId)
                  return (
                    <div key={sentence.sentenceId} className="flex items-start gap-2">
                      {found && <SentenceRef label={sentenceLabel(found)} text={found.text} />}
                      <Choosers counted={sentence} placeOf={placeOf} />
                    </div>
                  )
                })}
              </div>
            </Cell>
          </Row>
        ))}
      </tbody>
    </DataTable>
  )
}

/** The sentences themselves, most cited first. */
export function CitedTable({ analysis, sentences, placeOf }: EvidenceStripProps) {
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
                <Choosers counted={one} placeOf={placeOf} />
              </Cell>
            </Row>
          )
        })}
      </tbody>
    </DataTable>
  )
}
