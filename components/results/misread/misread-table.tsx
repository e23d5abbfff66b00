import { useTranslations } from "next-intl"
import { Choosers, type PlaceOf } from "@/components/results/analysis/choosers"
import { Cell, DataTable, HeaderCell, Row, RowHeader } from "@/components/ui/data-table"
import { SentenceRef } from "@/components/ui/sentence-ref"
import { sentenceLabel } from "@/lib/reading/sentences"
import { urduLang } from "@/lib/reading/urdu"
import { FEWEST_TO_COUNT, type Misread, type MisreadSentence } from "@/lib/results/misread/build-misread"

type MisreadTableProps = { misread: Misread; base: string; placeOf: PlaceOf }

/** The sentences that something was found about, the most misread first. Numbers of wrong answers open who they are. */
export function MisreadTable({ misread, base, placeOf }: MisreadTableProps) {
  const t = useTranslations("results.misread")
  return (
    <DataTable caption={t("caption")} minWidth="44rem" data-walk-rows>
      <thead>
        <tr>
          <HeaderCell>{t("sentence")}</HeaderCell>
          <HeaderCell>{t("wrong")}</HeaderCell>
          <HeaderCell numeric>{t("unclear")}</HeaderCell>
          <HeaderCell>{t("words")}</HeaderCell>
        </tr>
      </thead>
      <tbody>
        {misread.ranked.map((found) => (
          <Row key={found.sentence.id}>
            <RowHeader className="align-top font-normal">
              <span className="grid grid-cols-[3rem_minmax(0,1fr)] items-baseline">
                <span>
                  <SentenceRef
                    label={sentenceLabel(found.sentence)}
                    text={found.sentence.text}
                    href={`#sentence-${sentenceLabel(found.sentence)}`}
                  />
                </span>
                <span className="font-read" dir="auto" lang={urduLang(found.sentence.text)}>
                  {found.sentence.text}
                </span>
              </span>
            </RowHeader>
            <Cell className="min-w-48 align-top">
              <Wrong found={found} base={base} placeOf={placeOf} />
            </Cell>
            <Cell numeric className="align-top">
              {found.unclear ?? <span className="text-ink-3">{t("few", { fewest: FEWEST_TO_COUNT })}</span>}
            </Cell>
            <Cell className="align-top">
              {found.terms.length === 0 ? (
                <span className="text-ink-3">{t("few", { fewest: FEWEST_TO_COUNT })}</span>
              ) : (
                found.terms.map(({ term, count }) => (
                  <span key={term} dir="auto" className="block">
                    {t("word", { term, count })}
                  </span>
                ))
              )}
            </Cell>
          </Row>
        ))}
      </tbody>
    </DataTable>
  )
}

function Wrong({
  found: { questions },
  base,
  placeOf,
}: Omit<MisreadTableProps, "misread"> & { found: MisreadSentence }) {
  const t = useTranslations("results.misread")
  if (questions.length === 0) return <span className="text-ink-3 tabular-nums">0</span>
  return questions.map((question) => (
    <div key={question.position} className="flex items-start gap-2">
      <a href={`${base}/items#question-${question.position}`} className="link inline-block min-h-6 text-13">
        {t("question", { position: question.position })}
        <span className="sr-only">{question.title}</span>
      </a>
      <Choosers counted={question} placeOf={placeOf} />
    </div>
  ))
}
