import type { ComponentType } from "react"
import type { TypeEditorProps } from "@/components/quiz/editor/editor-props"
import { ClassificationEditor } from "@/components/quiz/types/classification/editor"
import { EvidenceEditor } from "@/components/quiz/types/evidence/editor"
import { EvidencePairEditor } from "@/components/quiz/types/evidence-pair/editor"
import { GapEditor } from "@/components/quiz/types/gap/editor"
import { LongEditor } from "@/components/quiz/types/long/editor"
import { MatchingEditor } from "@/components/quiz/types/matching/editor"
import { MultipleEditor } from "@/components/quiz/types/multiple/editor"
import { NoteEditor } from "@/components/quiz/types/note/editor"
import { NumericEditor } from "@/components/quiz/types/numeric/editor"
import { OrderingEditor } from "@/components/quiz/types/ordering/editor"
import { ShortEditor } from "@/components/quiz/types/short/editor"
import { SingleEditor } from "@/components/quiz/types/single/editor"
import { TrueFalseEditor } from "@/components/quiz/types/true-false/editor"
import type { ItemTypeName } from "@/lib/quiz/item-types"

/** How each type is written. One line per type. */
export const editorViews: Record<ItemTypeName, ComponentType<TypeEditorProps>> = {
  single: SingleEditor,
  multiple: MultipleEditor,
  "true-false": TrueFalseEditor,
  numeric: NumericEditor,
  evidence: EvidenceEditor,
  poll: SingleEditor,
  short: ShortEditor,
  "evidence-pair": EvidencePairEditor,
  matching: MatchingEditor,
  classification: ClassificationEditor,
  ordering: OrderingEditor,
  gap: GapEditor,
  long: LongEditor,
  note: NoteEditor,
}
