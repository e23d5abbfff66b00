"use client"

import { CircleAlert, CircleCheck, CircleMinus } from "lucide-react"
import { useTranslations } from "next-intl"
import { useEffect, useRef } from "react"
import { Cell, DataTable, HeaderCell, Row, RowHeader } from "@/components/ui/data-table"
import type { PlannedLine } from "@/lib/classroom/roster-plan"

type RosterPreviewProps = { heading: string | null; lines: readonly PlannedLine[] }

/** What a pasted list would do, line by line. */
export function RosterPreview({ heading, lines }: RosterPreviewProps) {
  const t = useTranslations("people.roster")
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  return (
    <>
      <div>
        <h2 ref={title} tabIndex={-1} className="font-semibold text-20">
          {t("previewTitle")}
        </h2>
        <p className="mt-1">{summary(lines, t)}</p>
        {heading && <p className="mt-1 text-13 text-ink-2">{t("heading", { text: heading })}</p>}
      </div>
      <DataTable caption={t("previewTitle")}>
        <thead>
          <tr>
            <HeaderCell numeric>{t("line")}</HeaderCell>
            <HeaderCell>{t("person")}</HeaderCell>
            <HeaderCell className="max-md:hidden">{t("userName")}</HeaderCell>
            <HeaderCell>{t("outcome")}</HeaderCell>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Row key={line.line}>
              <Cell numeric className="w-12 text-ink-3">
                {line.line}
              </Cell>
              <RowHeader dir="auto" className="break-words">
                {line.outcome === "refused" ? line.text : line.displayName}
              </RowHeader>
              <Cell className="text-ink-2 max-md:hidden">{line.outcome === "new" && line.userName}</Cell>
              <Cell>
                <Outcome line={line} />
              </Cell>
            </Row>
          ))}
        </tbody>
      </DataTable>
    </>
  )
}

function summary(
  lines: readonly PlannedLine[],
  t: ReturnType<typeof useTranslations<"people.roster">>,
): string {
  const count = (...outcomes: PlannedLine["outcome"][]) =>
    lines.filter(({ outcome }) => outcomes.includes(outcome)).length
  const parts = [t("new", { count: count("new") })]
  if (count("already", "left") > 0) parts.push(t("already", { count: count("already", "left") }))
  if (count("refused") > 0) parts.push(t("refusedCount", { count: count("refused") }))
  return `${parts.join(" · ")}`
}

function Outcome({ line }: { line: PlannedLine }) {
  const t = useTranslations("people.roster")
  if (line.outcome === "refused")
    return (
      <span className="flex items-start gap-1.5 text-wrong">
        <CircleAlert aria-hidden className="mt-1 size-4 shrink-0" />
        {t(`refused.${line.fault}`)}
      </span>
    )
  const Icon = line.outcome === "new" ? CircleCheck : CircleMinus
  return (
    <span className={`flex items-start gap-1.5 ${line.outcome === "new" ? "" : "text-ink-2"}`}>
      <Icon aria-hidden className={`mt-1 size-4 shrink-0 ${line.outcome === "new" ? "text-right" : ""}`} />
      {t(`outcomes.${line.outcome}`)}
    </span>
  )
}
