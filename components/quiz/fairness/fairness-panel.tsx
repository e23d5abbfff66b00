import { useTranslations } from "next-intl"
import { LevelShares } from "@/components/quiz/fairness/level-shares"
import { LongestShare } from "@/components/quiz/fairness/longest-share"
import { PositionTable } from "@/components/quiz/fairness/position-table"
import { SideShares } from "@/components/quiz/fairness/side-shares"
import { ButtonLink } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { TextLink } from "@/components/ui/text-link"
import type { FairnessReport } from "@/lib/quiz/fairness/check-fairness"
import type { Finding } from "@/lib/quiz/fairness/finding"

type FairnessPanelProps = {
  report: FairnessReport
  /** The text's, as a reader calls it. */
  language: string
  /** The list of questions, to which `&item=` is added. */
  itemsHref: string
}

/** What of a quiz may be unfair: reasons to look again, by question, then what only the whole quiz shows. */
export function FairnessPanel({ report, language, itemsHref }: FairnessPanelProps) {
  const words = useTranslations("quiz.fairness")
  if (report.n === 0)
    return (
      <EmptyState
        title={words("empty.title")}
        act={<ButtonLink href={itemsHref}>{words("empty.act")}</ButtonLink>}
      >
        {words("empty.text")}
      </EmptyState>
    )
  const { findings } = report
  return (
    <div className="grid gap-8">
      <div className="grid gap-2">
        <h2 className="font-semibold text-17">{words("heading")}</h2>
        <p className="text-ink-2">{words("lead")}</p>
        {!report.wordsChecked && <p className="text-ink-2">{words("noWords", { language })}</p>}
      </div>
      {findings.length === 0 ? (
        <div className="border-rule border-s-2 ps-4">
          <p className="font-semibold">{words("none.title")}</p>
          <p className="text-ink-2">{words("none.text", { count: report.n })}</p>
        </div>
      ) : (
        <section className="grid gap-1">
          <h3 className="font-semibold">{words("count", { count: findings.length })}</h3>
          <ol className="divide-y divide-rule border-rule border-y">
            {byItem(findings).map((group) => (
              <FindingGroup key={group.item?.itemId ?? "quiz"} group={group} itemsHref={itemsHref} />
            ))}
          </ol>
        </section>
      )}
      <PositionTable measure={report.positions} />
      <LongestShare measure={report.longest} />
      <SideShares measure={report.sides} />
      <LevelShares measure={report.levels} />
      <Method />
    </div>
  )
}

type Group = { item: Finding["item"]; findings: Finding[] }

/** Findings come by item already; those about the quiz are last. */
function byItem(findings: readonly Finding[]): Group[] {
  const groups: Group[] = []
  for (const finding of findings) {
    const last = groups.at(-1)
    if (last && last.item?.itemId === finding.item?.itemId) last.findings.push(finding)
    else groups.push({ item: finding.item, findings: [finding] })
  }
  return groups
}

function FindingGroup({ group: { item, findings }, itemsHref }: { group: Group; itemsHref: string }) {
  const words = useTranslations("quiz.fairness")
  return (
    <li className="grid gap-x-4 gap-y-2 py-4 md:grid-cols-[8rem_minmax(0,1fr)]">
      {item ? (
        <TextLink
          href={`${itemsHref}&item=${item.itemId}`}
          aria-label={words("open", { number: item.position })}
          className="justify-self-start"
        >
          {words("question", { number: item.position })}
        </TextLink>
      ) : (
        <p>{words("wholeQuiz")}</p>
      )}
      <ul className="grid gap-4">
        {findings.map((finding) => (
          <FindingWords key={finding.code} finding={finding} />
        ))}
      </ul>
    </li>
  )
}

function FindingWords({ finding: { code, values } }: { finding: Finding }) {
  const words = useTranslations("quiz.fairness.rules")
  return (
    <li className="grid gap-0.5">
      <p className="break-words font-semibold">{words(`${code}.what`, values)}</p>
      <p className="text-ink-2">{words(`${code}.why`, values)}</p>
      <p>{words(`${code}.act`, values)}</p>
    </li>
  )
}

const METHOD = ["rules", "positions", "longest", "limit"] as const

function Method() {
  const words = useTranslations("quiz.fairness.method")
  return (
    <details className="text-13 text-ink-2">
      <summary className="cursor-pointer font-semibold">{words("heading")}</summary>
      <div className="mt-2 grid max-w-[62ch] gap-2">
        {METHOD.map((name) => (
          <p key={name}>{words(name)}</p>
        ))}
      </div>
    </details>
  )
}
