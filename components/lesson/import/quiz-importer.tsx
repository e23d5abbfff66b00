"use client"

import { useTranslations } from "next-intl"
import { useState, useTransition } from "react"
import { QuizPreview } from "@/components/lesson/import/quiz-preview"
import type { ActionResult } from "@/components/ui/action-form"
import { Button } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import { type Given, PasteOrFile } from "@/components/ui/paste-or-file"
import { Select } from "@/components/ui/select"
import type { EditBase } from "@/lib/lesson/input"
import { QUIZ_BYTES_MAX, QUIZ_FORMATS } from "@/lib/quiz/exchange/detect-format"
import type { PlannedQuiz } from "@/lib/quiz/exchange/view-plan"
import { isQuestion } from "@/lib/quiz/question"

type Planning = (input: unknown) => Promise<ActionResult<PlannedQuiz>>
type Importing = (input: unknown) => Promise<ActionResult<unknown>>

type QuizImporterProps = { lessonId: string; base: EditBase; plan: Planning; importAction: Importing }
type Planned = { quiz: PlannedQuiz; source: Given; format: unknown }

/** Two steps on one page: hand questions over, look at what becomes of each and put the chosen ones in. */
export function QuizImporter({ lessonId, base, plan, importAction }: QuizImporterProps) {
  const [planned, setPlanned] = useState<Planned | null>(null)
  const [last, setLast] = useState<Given | null>(null)
  if (planned)
    return (
      <Look
        quiz={planned.quiz}
        putIn={(numbers) => {
          const { kind: _, ...given } = planned.source
          return importAction({ lessonId, base, numbers, format: planned.format, ...given })
        }}
        onBack={() => setPlanned(null)}
      />
    )
  return (
    <QuizSources
      {...{ base, last, plan }}
      onPlanned={(quiz, source, { format }) => {
        setLast(source)
        setPlanned({ quiz, source, format })
      }}
    />
  )
}

type QuizSourcesProps = {
  base: EditBase
  last: Given | null
  plan: Planning
  onPlanned: (quiz: PlannedQuiz, source: Given, input: Record<string, unknown>) => void
}

function QuizSources({ base, last, plan, onPlanned }: QuizSourcesProps) {
  const words = useTranslations("lesson.importQuiz")
  const formats = (["auto", ...QUIZ_FORMATS] as const).map((value) => ({
    value,
    label: words(`formats.${value}`),
  }))
  return (
    <PasteOrFile
      {...{ words, last, onPlanned }}
      first="file"
      accept=".txt,.gift,.xml,.csv,.tsv,text/plain,text/xml,application/xml,text/csv"
      mostBytes={QUIZ_BYTES_MAX}
      values={{ lessonVersionId: base.lessonVersionId }}
      fields={<Select name="format" label={words("format")} options={formats} className="max-w-60" />}
      planPasted={plan}
      planFile={plan}
    />
  )
}

type LookProps = {
  quiz: PlannedQuiz
  putIn: (numbers: number[]) => Promise<ActionResult<unknown>>
  onBack: () => void
}

function Look({ quiz, putIn, onBack }: LookProps) {
  const t = useTranslations("lesson.importQuiz")
  const fresh = quiz.items.filter(({ state }) => state === "new").map(({ number }) => number)
  const [chosen, setChosen] = useState<readonly number[]>(fresh)
  const asked = quiz.items.filter((item) => chosen.includes(item.number) && isQuestion(item)).length
  const [refusal, setRefusal] = useState<string | null>(null)
  const [pending, start] = useTransition()
  const press = () => {
    if (pending) return
    start(async () => {
      const result = await putIn([...chosen])
      if (!result.ok) setRefusal(result.message)
    })
  }
  const choose = (number: number, taken: boolean) =>
    setChosen((before) => (taken ? [...before, number] : before.filter((one) => one !== number)))
  return (
    <div className="grid gap-5">
      <QuizPreview quiz={quiz} chosen={chosen} onChoose={choose} />
      {refusal && <Notice kind="error">{refusal}</Notice>}
      <div className="flex flex-wrap gap-3">
        {chosen.length > 0 && (
          <Button variant="main" aria-disabled={pending || undefined} onClick={press}>
            {pending ? t("putting") : t("put", { count: asked, notes: chosen.length - asked })}
          </Button>
        )}
        <Button onClick={onBack}>{t("back")}</Button>
      </div>
    </div>
  )
}
