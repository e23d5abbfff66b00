"use client"

import { useTranslations } from "next-intl"
import { ChooseField } from "@/components/quiz/editor/choose-field"
import type { TypeEditorProps } from "@/components/quiz/editor/editor-props"
import { OptionsEditor } from "@/components/quiz/editor/options-editor"
import { Field } from "@/components/ui/field"
import { FieldError } from "@/components/ui/field-frame"
import { isKeyed } from "@/lib/quiz/authored-item"
import type { EvidencePairContent, EvidencePairKey } from "@/lib/quiz/types/evidence-pair/shapes"

const EVEN = { answer: 1, evidence: 1 }

/** Part A is a choice; part B asks for sentences. The sentences that prove it are chosen below, as for every type. */
export function EvidencePairEditor(props: TypeEditorProps) {
  const { item, change, problem, readOnly } = props
  const words = useTranslations("quiz.editor")
  const content = item.content as EvidencePairContent
  const key = (item.key ?? {}) as Partial<EvidencePairKey>
  const weights = key.weights ?? EVEN
  const setContent = (part: Partial<EvidencePairContent>) => change({ content: { ...content, ...part } })
  // The weights stand in the key from the first change on, so that a key is never without.
  const changePart: typeof change = (part) =>
    change(part.key ? { ...part, key: { weights, ...(part.key as object) } } : part)
  const setWeight = (name: keyof typeof EVEN, value: number) =>
    change({ key: { ...key, weights: { ...weights, [name]: Number.isFinite(value) ? value : 0 } } })
  return (
    <div className="grid gap-6">
      <OptionsEditor {...props} change={changePart} />
      <fieldset className="grid gap-4 border-rule border-t pt-4" disabled={readOnly}>
        <legend className="sr-only">{words("partB")}</legend>
        <Field
          name="evidencePrompt"
          label={words("partB")}
          error={problem("evidencePrompt")}
          value={content.evidencePrompt}
          maxLength={500}
          onChange={(event) => setContent({ evidencePrompt: event.target.value })}
        />
        <ChooseField choose={content.choose} onChange={(choose) => setContent({ choose })} />
        {isKeyed(item.level) && (
          <>
            <div className="flex flex-wrap gap-4">
              {(["answer", "evidence"] as const).map((name) => (
                <Field
                  key={name}
                  name={`weight-${name}`}
                  type="number"
                  className="w-36"
                  label={words(`weight.${name}`)}
                  min={0}
                  max={20}
                  value={weights[name]}
                  onChange={(event) => setWeight(name, event.target.valueAsNumber)}
                />
              ))}
            </div>
            <p className="text-13 text-ink-2">{words("weightHint")}</p>
            {problem("weights") && <FieldError id="weights-error">{problem("weights")}</FieldError>}
            <Field
              name="feedbackEvidence"
              label={words("feedbackEvidence")}
              optional
              value={item.feedback.evidence ?? ""}
              maxLength={600}
              onChange={(event) =>
                change({ feedback: { ...item.feedback, evidence: event.target.value || undefined } })
              }
            />
          </>
        )}
      </fieldset>
    </div>
  )
}
