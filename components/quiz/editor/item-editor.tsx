"use client"

import { useTranslations } from "next-intl"
import { useRef, useState } from "react"
import { EvidenceField } from "@/components/quiz/editor/evidence-field"
import { LevelField } from "@/components/quiz/editor/level-field"
import { useItemDraft } from "@/components/quiz/editor/use-item-draft"
import { editorViews } from "@/components/quiz/types/editor-views"
import type { ActionResult } from "@/components/ui/action-form"
import { Button } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import { Notice } from "@/components/ui/notice"
import { ScriptedForm } from "@/components/ui/scripted-form"
import { TextArea } from "@/components/ui/text-area"
import {
  type AuthoredItem,
  blocksSaving,
  isKeyed,
  itemProblems,
  longestPrompt,
} from "@/lib/quiz/authored-item"
import { type Evidence, NO_EVIDENCE } from "@/lib/quiz/evidence"
import { itemTypeOf } from "@/lib/quiz/item-types"
import { isQuestion } from "@/lib/quiz/question"
import type { SentenceView } from "@/lib/reading/sentences"

export type ItemEditorProps = {
  /** As it stands, or `blankItem(type, newRandomId)` for a new one. */
  item: AuthoredItem
  /** Of the lesson's text. The text itself stands beside the editor; its sentences carry `data-s`. */
  sentences: readonly SentenceView[]
  readOnly?: boolean
  onSave: (item: AuthoredItem) => Promise<ActionResult<unknown>>
  /** After it was saved, and when the author goes back. */
  onDone: () => void
}

/** One question being written beside the text. What is missing is said at its field; a missing key keeps it a draft. */
export function ItemEditor({ item: initial, sentences, readOnly = false, onSave, onDone }: ItemEditorProps) {
  const words = useTranslations("quiz.editor")
  const { item, change, asSaved } = useItemDraft(initial)
  const { problem, refusal, save, pending } = useSaving({ item: asSaved, sentences, onSave, onDone })
  const TypeEditor = editorViews[item.type]
  const key = item.key as { evidence?: Evidence } | null
  const asks = isQuestion(item)
  return (
    <ScriptedForm noValidate onSend={save} className="grid max-w-form gap-6">
      {refusal && <Notice kind="error">{refusal}</Notice>}
      {asks && (
        <LevelField
          levels={itemTypeOf(item.type).levels}
          level={item.level}
          readOnly={readOnly}
          onChange={(level) => change({ level })}
        />
      )}
      <TextArea
        name="prompt"
        label={words(asks ? "prompt" : "noteText")}
        hint={asks ? undefined : words("noteHint")}
        rows={asks ? 3 : 8}
        error={problem("prompt")}
        value={item.prompt}
        maxLength={longestPrompt(item)}
        readOnly={readOnly}
        onChange={(event) => change({ prompt: event.target.value })}
      />
      <TypeEditor item={item} change={change} problem={problem} readOnly={readOnly} />
      {asks && (
        <TextArea
          name="hint"
          label={words("hint")}
          hint={words("hintHint")}
          optional
          value={item.hint ?? ""}
          maxLength={500}
          readOnly={readOnly}
          onChange={(event) => change({ hint: event.target.value || null })}
        />
      )}
      {isKeyed(item.level) && (
        <>
          <EvidenceField
            evidence={key?.evidence ?? NO_EVIDENCE}
            sentences={sentences}
            readOnly={readOnly}
            error={problem("evidence")}
            onChange={(evidence) => change({ key: { ...key, evidence } })}
          />
          <TextArea
            name="explanation"
            label={words("explanation")}
            hint={words("explanationHint")}
            optional
            value={item.explanation ?? ""}
            maxLength={2000}
            readOnly={readOnly}
            onChange={(event) => change({ explanation: event.target.value })}
          />
        </>
      )}
      {asks && <AboutFields item={item} change={change} readOnly={readOnly} />}
      {!readOnly && (
        <div className="flex flex-wrap gap-3 border-rule border-t pt-4">
          <Button type="submit" variant="main" aria-disabled={pending || undefined}>
            {words(pending ? "saving" : "save")}
          </Button>
          <Button onClick={onDone}>{words("back")}</Button>
        </div>
      )}
    </ScriptedForm>
  )
}

type AboutFieldsProps = {
  item: AuthoredItem
  change: (part: Partial<AuthoredItem>) => void
  readOnly: boolean
}

function AboutFields({ item, change, readOnly }: AboutFieldsProps) {
  const words = useTranslations("quiz.editor")
  return (
    <div className="grid gap-4 md:grid-cols-[7rem_minmax(0,1fr)] md:items-end">
      {isKeyed(item.level) && (
        <Field
          name="points"
          type="number"
          label={words("points")}
          min={1}
          max={20}
          value={item.points}
          readOnly={readOnly}
          onChange={(event) => change({ points: wholePoints(event.target.valueAsNumber) })}
        />
      )}
      <Field
        name="skills"
        className={isKeyed(item.level) ? undefined : "md:col-span-2"}
        label={words("skills")}
        hint={words("skillsHint")}
        optional
        defaultValue={item.skills.join(", ")}
        readOnly={readOnly}
        onChange={(event) => change({ skills: skillsOf(event.target.value) })}
      />
      <Field
        name="title"
        className="md:col-span-2"
        label={words("title")}
        hint={words("titleHint")}
        optional
        value={item.title ?? ""}
        maxLength={120}
        readOnly={readOnly}
        onChange={(event) => change({ title: event.target.value })}
      />
    </div>
  )
}

const wholePoints = (points: number): number =>
  Number.isFinite(points) ? Math.max(1, Math.min(20, Math.round(points))) : 1

const skillsOf = (text: string): string[] =>
  text
    .split(",")
    .map((skill) => skill.trim().slice(0, 40))
    .filter(Boolean)
    .slice(0, 8)

type Saving = Pick<ItemEditorProps, "item" | "sentences" | "onSave" | "onDone">

/** Says what is missing at its field, saves, and shows a refusal. Problems appear once the author has tried. */
function useSaving({ item, sentences, onSave, onDone }: Saving) {
  const words = useTranslations("quiz.problems")
  const [tried, setTried] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [pending, setPending] = useState(false)
  const busy = useRef(false)
  const problems = itemProblems(item, new Set(sentences.map(({ id }) => id)))
  const problem = (field: string) => {
    const code = tried ? problems.find((one) => one.field === field)?.code : undefined
    return code === undefined ? undefined : words(code)
  }
  const save = async () => {
    setTried(true)
    if (busy.current || problems.some(blocksSaving)) return
    busy.current = true
    setPending(true)
    const result = await onSave(item).finally(() => {
      busy.current = false
      setPending(false)
    })
    setRefusal(result.ok ? null : result.message)
    if (result.ok) onDone()
  }
  return { problem, refusal, save, pending }
}
