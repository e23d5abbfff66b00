"use client"

import { CircleAlert, CircleCheck, CircleDot, CircleMinus } from "lucide-react"
import { useTranslations } from "next-intl"
import { useEffect, useRef } from "react"
import { Cell, DataTable, HeaderCell, Row, RowHeader } from "@/components/ui/data-table"
import type { PersonWords, PlannedLine } from "@/lib/classroom/roster-plan"

type RosterPreviewProps = { heading: string | null; lines: readonly PlannedLine[]; isFile: boolean }

/** What a list would do, line by line. */
export function RosterPreview({ heading, lines, isFile }: RosterPreviewProps) {
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
        {isFile && !heading && <p className="mt-1 text-13 text-ink-2">{t("noHeading")}</p>}
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
              <RowHeader className="break-words">
                <span dir="auto">{line.outcome === "refused" ? line.text : line.displayName}</span>
              </RowHeader>
              <Cell className="text-ink-2 max-md:hidden">{line.outcome !== "refused" && line.userName}</Cell>
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
  if (count("changed") > 0) parts.push(t("changedCount", { count: count("changed") }))
  if (count("already") > 0) parts.push(t("already", { count: count("already") }))
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
  if (line.outcome === "changed") return <Change before={line.before} after={line.after} />
  const Icon = line.outcome === "new" ? CircleCheck : CircleMinus
  return (
    <span className={`flex items-start gap-1.5 ${line.outcome === "new" ? "" : "text-ink-2"}`}>
      <Icon aria-hidden className={`mt-1 size-4 shrink-0 ${line.outcome === "new" ? "text-right" : ""}`} />
      {t(`outcomes.${line.outcome}`)}
    </span>
  )
}

/** What is there now, struck through, and what takes its place; only what differs. */
function Change({ before, after }: { before: PersonWords; after: PersonWords }) {
  const t = useTranslations("people.roster")
  const differing = (["displayName", "email"] as const).filter((field) => before[field] !== after[field])
  return (
    <span className="flex items-start gap-1.5">
      <CircleDot aria-hidden className="mt-1 size-4 shrink-0 text-part" />
      <span className="grid min-w-0">
        <span>{t("outcomes.changed")}</span>
        {differing.map((field) => (
          <span key={field} className="break-words">
            <span className="sr-only">{t("was")} </span>
            <del dir="auto" className="text-ink-2">
              {before[field] ?? t("noEmail")}
            </del>{" "}
            <span className="sr-only">{t("becomes")} </span>
            <ins dir="auto" className="font-medium no-underline">
              {after[field] ?? t("noEmail")}
            </ins>
          </span>
        ))}
      </span>
    </span>
  )
}
