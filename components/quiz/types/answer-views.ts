import type { ComponentType } from "react"
import type { AnswerProps } from "@/components/quiz/types/answer-props"
import { ClassificationAnswer } from "@/components/quiz/types/classification/answer"
import { EvidenceAnswer } from "@/components/quiz/types/evidence/answer"
import { EvidencePairAnswer } from "@/components/quiz/types/evidence-pair/answer"
import { GapAnswer } from "@/components/quiz/types/gap/answer"
import { LongAnswer } from "@/components/quiz/types/long/answer"
import { MatchingAnswer } from "@/components/quiz/types/matching/answer"
import { MultipleAnswer } from "@/components/quiz/types/multiple/answer"
import { NoteAnswer } from "@/components/quiz/types/note/answer"
import { NumericAnswer } from "@/components/quiz/types/numeric/answer"
import { OrderingAnswer } from "@/components/quiz/types/ordering/answer"
import { ShortAnswer } from "@/components/quiz/types/short/answer"
import { SingleAnswer } from "@/components/quiz/types/single/answer"
import { chooseSentence } from "@/lib/quiz/choose-sentence"
import type { AnswerProgress } from "@/lib/quiz/item-type"
import type { ItemTypeName } from "@/lib/quiz/item-types"
import { classificationProgress } from "@/lib/quiz/types/classification/progress"
import type { ClassificationResponse } from "@/lib/quiz/types/classification/shapes"
import { evidenceProgress } from "@/lib/quiz/types/evidence/progress"
import type { EvidenceContent, EvidenceResponse } from "@/lib/quiz/types/evidence/shapes"
import { pairProgress } from "@/lib/quiz/types/evidence-pair/progress"
import type { EvidencePairContent, EvidencePairResponse } from "@/lib/quiz/types/evidence-pair/shapes"
import { gapProgress } from "@/lib/quiz/types/gap/progress"
import type { GapResponse } from "@/lib/quiz/types/gap/shapes"
import { longProgress } from "@/lib/quiz/types/long/progress"
import type { LongContent, LongResponse } from "@/lib/quiz/types/long/shapes"
import { matchingProgress } from "@/lib/quiz/types/matching/progress"
import type { MatchingResponse } from "@/lib/quiz/types/matching/shapes"
import { multipleProgress } from "@/lib/quiz/types/multiple/progress"
import type { MultipleResponse } from "@/lib/quiz/types/multiple/shapes"
import { numericProgress } from "@/lib/quiz/types/numeric/progress"
import type { NumericResponse } from "@/lib/quiz/types/numeric/shapes"
import { orderingProgress } from "@/lib/quiz/types/ordering/progress"
import type { OrderingResponse } from "@/lib/quiz/types/ordering/shapes"
import { shortProgress } from "@/lib/quiz/types/short/progress"
import type { ShortResponse } from "@/lib/quiz/types/short/shapes"
import { singleProgress } from "@/lib/quiz/types/single/progress"
import type { SingleResponse } from "@/lib/quiz/types/single/shapes"

/** How a type is answered in a browser. Values are of the type's own response shape: they come from its own view. */
export type AnswerView = {
  Answer: ComponentType<AnswerProps>
  progress: (value: unknown) => AnswerProgress
  /** Part A is answered here, part B in the text. */
  hasTwoParts?: boolean
  /** Only for types that choose sentences of the text. */
  sentences?: {
    of: (value: unknown) => readonly string[]
    choose: (content: unknown, value: unknown, sentenceId: string) => unknown
  }
}

/** Also for a poll, and for true or false: they are answered as a single choice is. */
const oneOption: AnswerView = {
  Answer: SingleAnswer,
  progress: (value) => singleProgress(value as SingleResponse | null),
}

/** One line per type. Results and editors stand in registries of their own, so that no student's page carries them. */
export const answerViews: Record<ItemTypeName, AnswerView> = {
  single: oneOption,
  multiple: {
    Answer: MultipleAnswer,
    progress: (value) => multipleProgress(value as MultipleResponse | null),
  },
  "true-false": oneOption,
  evidence: {
    Answer: EvidenceAnswer,
    progress: (value) => evidenceProgress(value as EvidenceResponse | null),
    sentences: {
      of: (value) => (value as EvidenceResponse | null)?.sentences ?? [],
      choose: (content, value, id) => {
        const given = (value as EvidenceResponse | null)?.sentences ?? []
        return { sentences: chooseSentence(given, id, (content as EvidenceContent).choose) }
      },
    },
  },
  poll: oneOption,
  numeric: { Answer: NumericAnswer, progress: (value) => numericProgress(value as NumericResponse | null) },
  short: { Answer: ShortAnswer, progress: (value) => shortProgress(value as ShortResponse | null) },
  "evidence-pair": {
    Answer: EvidencePairAnswer,
    hasTwoParts: true,
    progress: (value) => pairProgress(value as EvidencePairResponse | null),
    sentences: {
      of: (value) => (value as EvidencePairResponse | null)?.sentences ?? [],
      choose: (content, value, id) => {
        const given = (value as EvidencePairResponse | null) ?? { option: null, sentences: [] }
        const { choose } = content as EvidencePairContent
        return { ...given, sentences: chooseSentence(given.sentences, id, choose) }
      },
    },
  },
  matching: {
    Answer: MatchingAnswer,
    progress: (value) => matchingProgress(value as MatchingResponse | null),
  },
  classification: {
    Answer: ClassificationAnswer,
    progress: (value) => classificationProgress(value as ClassificationResponse | null),
  },
  ordering: {
    Answer: OrderingAnswer,
    progress: (value) => orderingProgress(value as OrderingResponse | null),
  },
  gap: { Answer: GapAnswer, progress: (value) => gapProgress(value as GapResponse | null) },
  note: { Answer: NoteAnswer, progress: () => "unanswered" },
  long: {
    Answer: LongAnswer,
    progress: (value) => longProgress(value as LongResponse | null),
    sentences: {
      of: (value) => (value as LongResponse | null)?.sentences ?? [],
      choose: (content, value, id) => {
        const given = (value as LongResponse | null) ?? { text: "", sentences: [] }
        return { ...given, sentences: chooseSentence(given.sentences, id, (content as LongContent).cite) }
      },
    },
  },
}
