"use client"

import { ChooseField } from "@/components/quiz/editor/choose-field"
import type { TypeEditorProps } from "@/components/quiz/editor/editor-props"
import { SaidFields } from "@/components/quiz/editor/said-fields"
import { isKeyed } from "@/lib/quiz/authored-item"
import type { EvidenceContent } from "@/lib/quiz/types/evidence/shapes"

/** How many sentences may be chosen. Which are right is chosen below, as for every type. */
export function EvidenceEditor({ item, change, readOnly }: TypeEditorProps) {
  return (
    <fieldset className="grid gap-4" disabled={readOnly}>
      <ChooseField
        choose={(item.content as EvidenceContent).choose}
        onChange={(choose) => change({ content: { choose } })}
      />
      {isKeyed(item.level) && <SaidFields item={item} change={change} />}
    </fieldset>
  )
}
