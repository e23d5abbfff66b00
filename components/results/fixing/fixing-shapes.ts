import type { ActionResult } from "@/components/ui/action-form"
import type { ItemAnalysis } from "@/lib/results/analysis/analyse-items"
import type { ScoreChanges } from "@/lib/results/fixing/compare-scores"
import type { OfferedFixes } from "@/lib/results/fixing/fixes-for"
import type { HistoryLine } from "@/lib/results/fixing/history"
import type { ItemFacts } from "@/lib/results/results-facts"

/** What a change would come to. */
export type PreviewView = ScoreChanges & {
  keptNames: string[]
  openAttempts: number
  possible: { before: number; after: number }
  basedOn: string
}

export type FixingView = {
  assignment: { assignmentId: string; title: string }
  item: ItemFacts & { lessonPoints: number; ownPoints: number | null }
  analysis: ItemAnalysis
  offered: OfferedFixes
  history: HistoryLine[]
  preview: PreviewView | null
  mayFix: boolean
  /** Null for who may not edit the lesson. */
  lessonId: string | null
}

export type Place = { assignmentId: string; itemId: string }

export type Apply = (
  input: unknown,
) => Promise<
  ActionResult<
    { outcome: "applied"; batchId: string; changed: number } | { outcome: "stale"; by: string | null }
  >
>

export type Undo = (input: unknown) => Promise<ActionResult<unknown>>
