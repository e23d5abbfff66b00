import type { AnswerProps } from "@/components/quiz/types/answer-props"
import { ChosenEvidence } from "@/components/quiz/types/chosen-evidence"
import type { EvidenceContent, EvidenceResponse } from "@/lib/quiz/types/evidence/shapes"

/** Sentences are chosen in the text itself; here stands what was chosen. */
export function EvidenceAnswer({ item, value, disabled, onAnswer, chosen }: AnswerProps) {
  const given = (value as EvidenceResponse | null)?.sentences ?? []
  return (
    <ChosenEvidence
      chosen={chosen}
      most={(item.content as EvidenceContent).choose}
      disabled={disabled}
      onDrop={(dropped) => onAnswer({ sentences: given.filter((id) => id !== dropped) })}
    />
  )
}
