"use client"

import { useTranslations } from "next-intl"
import type { ActionResult } from "@/components/ui/action-form"
import { type Given, PasteOrFile } from "@/components/ui/paste-or-file"
import { ROSTER_BYTES_MAX } from "@/lib/classroom/decode-table"
import type { PlannedLine } from "@/lib/classroom/roster-plan"

export type Plan = { heading: string | null; lines: PlannedLine[]; seal: string }

type Planning = (input: unknown) => Promise<ActionResult<Plan>>

type RosterSourcesProps = {
  classId: string
  last: Given | null
  plan: Planning
  planFile: Planning
  onPlanned: (plan: Plan, source: Given) => void
}

/** A class list, pasted or from a file. */
export function RosterSources({ classId, last, plan, planFile, onPlanned }: RosterSourcesProps) {
  const words = useTranslations("people.roster")
  return (
    <PasteOrFile
      {...{ words, last, planFile, onPlanned }}
      first="pasted"
      accept=".csv,.tsv,.txt,.xlsx,text/csv,text/plain,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
      mostBytes={ROSTER_BYTES_MAX}
      values={{ classId }}
      planPasted={plan}
    />
  )
}
