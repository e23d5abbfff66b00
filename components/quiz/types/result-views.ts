import type { ComponentType } from "react"
import { ClassificationResult } from "@/components/quiz/types/classification/result"
import { EvidenceResult } from "@/components/quiz/types/evidence/result"
import { EvidencePairResult } from "@/components/quiz/types/evidence-pair/result"
import { GapResult } from "@/components/quiz/types/gap/result"
import { LongResult } from "@/components/quiz/types/long/result"
import { MatchingResult } from "@/components/quiz/types/matching/result"
import { MultipleResult } from "@/components/quiz/types/multiple/result"
import { NoteResult } from "@/components/quiz/types/note/result"
import { NumericResult } from "@/components/quiz/types/numeric/result"
import { OrderingResult } from "@/components/quiz/types/ordering/result"
import type { ResultProps } from "@/components/quiz/types/result-props"
import { ShortResult } from "@/components/quiz/types/short/result"
import { SingleResult } from "@/components/quiz/types/single/result"
import type { ItemTypeName } from "@/lib/quiz/item-types"

/** How each type shows what came out. One line per type. */
export const resultViews: Record<ItemTypeName, ComponentType<ResultProps>> = {
  single: SingleResult,
  multiple: MultipleResult,
  "true-false": SingleResult,
  numeric: NumericResult,
  evidence: EvidenceResult,
  poll: SingleResult,
  short: ShortResult,
  "evidence-pair": EvidencePairResult,
  matching: MatchingResult,
  classification: ClassificationResult,
  ordering: OrderingResult,
  gap: GapResult,
  long: LongResult,
  note: NoteResult,
}
