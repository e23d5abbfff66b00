import { useTranslations } from "next-intl"
import { Named } from "@/components/results/analysis/named"
import { MisreadTable } from "@/components/results/misread/misread-table"
import { MisreadText } from "@/components/results/misread/misread-text"
import { EmptyState } from "@/components/ui/empty-state"
import type { RevisionView } from "@/lib/reading/sentences"
import { sentenceLabel } from "@/lib/reading/sentences"
import { FEWEST_TO_COUNT, type Misread } from "@/lib/results/misread/build-misread"
import type { StudentFacts } from "@/lib/results/results-facts"

type MisreadViewProps = {
  assignmentId: string
  misread: Misread
  revision: Pick<RevisionView, "sentences" | "language">
  students: readonly StudentFacts[]
}

/** Where the class stumbled over the text: first in a sentence and a table, then in the text itself. */
export function MisreadView({ assignmentId, misread, revision, students }: MisreadViewProps) {
  const t = useTranslations("results.misread")
  if (misread.found.length === 0)
    return <EmptyState title={t("none")}>{t("noneMore", { fewest: FEWEST_TO_COUNT })}</EmptyState>
  const base = `/teach/assignments/${assignmentId}`
  return (
    <>
      <div className="max-w-narrow py-5">
        <h2 className="font-semibold text-20">{t("title")}</h2>
        <Headline misread={misread} />
        <p className="mt-1 text-13 text-ink-3">{t("facts", { fewest: FEWEST_TO_COUNT })}</p>
      </div>
      <Named base={base} students={students}>
        {(placeOf) => <MisreadTable misread={misread} base={base} placeOf={placeOf} />}
      </Named>
      <MisreadText misread={misread} revision={revision} />
    </>
  )
}

/** The answer to the question above it. */
function Headline({ misread }: { misread: Misread }) {
  const t = useTranslations("results.misread")
  const [first] = misread.ranked
  if (!first) return null
  const label = sentenceLabel(first.sentence)
  const parts = [
    first.wrong.count > 0 && t("wrongOn", { count: first.wrong.count }),
    first.unclear !== null && t("unclearTo", { count: first.unclear }),
    ...first.terms.slice(0, 1).map(({ term, count }) => t("lookedUp", { term, count })),
  ].filter((part) => part !== false)
  const list = new Intl.ListFormat("en").format(parts)
  return <p className="text-ink-2">{t("headline", { label, list })}</p>
}
