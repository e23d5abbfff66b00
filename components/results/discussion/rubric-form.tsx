"use client"

import { useRouter } from "next/navigation"
import { useTranslations } from "next-intl"
import { useRef, useState } from "react"
import { useUnsavedWarning } from "@/components/lesson/editor/use-unsaved-warning"
import { RubricEditor } from "@/components/quiz/types/long/rubric-editor"
import type { ActionResult } from "@/components/ui/action-form"
import { Button } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import { ScriptedForm } from "@/components/ui/scripted-form"
import { Stamp } from "@/components/ui/stamp"
import { type Rubric, rubricFaults } from "@/lib/quiz/rubric"
import type { NumberedRubric } from "@/lib/results/discussion/discussion-grade"

export type SaveDiscussionRubric = (input: unknown) => Promise<ActionResult<{ number: number }>>

type RubricFormProps = {
  assignmentId: string
  current: NumberedRubric
  doneHref: string
  save: SaveDiscussionRubric
}

/** The rubric of a discussion being written; kept as its next number. */
export function RubricForm({ assignmentId, current, doneHref, save }: RubricFormProps) {
  const results = useTranslations("results.part.rubricForm")
  const problems = useTranslations("quiz.problems")
  const router = useRouter()
  const [rubric, setRubric] = useState<Rubric>(current.rubric)
  const [tried, setTried] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [pending, setPending] = useState(false)
  const busy = useRef(false)
  const isDirty = rubric !== current.rubric
  useUnsavedWarning(isDirty && !pending)
  const fault = tried ? rubricFaults(rubric)[0] : undefined
  const send = async () => {
    setTried(true)
    if (busy.current || rubricFaults(rubric).length > 0) return
    busy.current = true
    setPending(true)
    const result = await save({ assignmentId, basedOn: current.number, rubric }).finally(() => {
      busy.current = false
    })
    if (result.ok) return router.push(doneHref)
    setPending(false)
    setRefusal(result.message)
  }
  return (
    <ScriptedForm
      noValidate
      onSend={() => void send()}
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit()
      }}
      className="grid max-w-narrow gap-6"
    >
      {refusal && <Notice kind="error">{refusal}</Notice>}
      <RubricEditor
        rubric={rubric}
        error={fault && problems(fault as Parameters<typeof problems>[0])}
        onChange={(changed) => {
          setRubric(changed)
          setRefusal(null)
        }}
      />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button type="submit" variant="main" aria-disabled={pending || undefined}>
          {results(pending ? "saving" : "save")}
        </Button>
        <p role="status" className="text-13">
          {isDirty && !pending && <Stamp state="local">{results("notSaved")}</Stamp>}
        </p>
      </div>
    </ScriptedForm>
  )
}
