import type { ComponentType } from "react"
import type { AnswerProps } from "@/components/quiz/types/answer-props"
import { EvidencePairAnswer } from "@/components/quiz/types/evidence-pair/answer"
import { GapAnswer } from "@/components/quiz/types/gap/answer"
import { LongAnswer } from "@/components/quiz/types/long/answer"
import { MatchingAnswer } from "@/components/quiz/types/matching/answer"
import { OrderingAnswer } from "@/components/quiz/types/ordering/answer"
import { ShortAnswer } from "@/components/quiz/types/short/answer"
import { SingleAnswer } from "@/components/quiz/types/single/answer"
import type { AnswerProgress } from "@/lib/quiz/item-type"
import type { ItemTypeName } from "@/lib/quiz/item-types"
import { chooseSentence } from "@/lib/quiz/types/evidence-pair/choose-sentence"
import { pairProgress } from "@/lib/quiz/types/evidence-pair/progress"
import type { EvidencePairContent, EvidencePairResponse } from "@/lib/quiz/types/evidence-pair/shapes"
import { gapProgress } from "@/lib/quiz/types/gap/progress"
import type { GapResponse } from "@/lib/quiz/types/gap/shapes"
import { citeSentence } from "@/lib/quiz/types/long/cite-sentence"
import { longProgress } from "@/lib/quiz/types/long/progress"
import type { LongContent, LongResponse } from "@/lib/quiz/types/long/shapes"
import { matchingProgress } from "@/lib/quiz/types/matching/progress"
import type { MatchingResponse } from "@/lib/quiz/types/matching/shapes"
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
  /** A question in two parts, A and B: the second is answered in the text. */
  isPair?: true
  /** Only for types that choose sentences of the text. */
  sentences?: {
    of: (value: unknown) => readonly string[]
    choose: (content: unknown, value: unknown, sentenceId: string) => unknown
  }
}

/** One line per type. Results and editors stand in registries of their own, so that no student's page carries them. */
export const answerViews: Record<ItemTypeName, AnswerView> = {
  single: { Answer: SingleAnswer, progress: (value) => singleProgress(value as SingleResponse | null) },
  short: { Answer: ShortAnswer, progress: (value) => shortProgress(value as ShortResponse | null) },
  "evidence-pair": {
    Answer: EvidencePairAnswer,
    progress: (value) => pairProgress(value as EvidencePairResponse | null),
    isPair: true,
    sentences: {
      of: (value) => (value as EvidencePairResponse | null)?.sentences ?? [],
      choose: (content, value, id) =>
        chooseSentence(content as EvidencePairContent, value as EvidencePairResponse | null, id),
    },
  },
  matching: {
    Answer: MatchingAnswer,
    progress: (value) => matchingProgress(value as MatchingResponse | null),
  },
  ordering: {
    Answer: OrderingAnswer,
    progress: (value) => orderingProgress(value as OrderingResponse | null),
  },
  gap: { Answer: GapAnswer, progress: (value) => gapProgress(value as GapResponse | null) },
  long: {
    Answer: LongAnswer,
    progress: (value) => longProgress(value as LongResponse | null),
    sentences: {
      of: (value) => (value as LongResponse | null)?.sentences ?? [],
      choose: (content, value, id) => citeSentence(content as LongContent, value as LongResponse | null, id),
    },
  },
}
