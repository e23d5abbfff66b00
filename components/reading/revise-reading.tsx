"use client"

import { useRouter } from "next/navigation"
import { useTranslations } from "next-intl"
import { useState } from "react"
import { CorrectReading } from "@/components/reading/correct-reading"
import { type DraftForm, inputOfForm } from "@/components/reading/draft-form"
import { postReading } from "@/components/reading/post-reading"
import { useKeptForm } from "@/components/reading/use-kept-form"
import { Button } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"

type ReviseReadingProps = { readingId: string; baseRevisionId: string; nextNumber: number; form: DraftForm }

/** Correcting a reading that stands: its next revision. What is typed outlives a reload until it is saved. */
export function ReviseReading({ readingId, baseRevisionId, nextNumber, form }: ReviseReadingProps) {
  const t = useTranslations("reading")
  const unreachable = useTranslations("common.offline")("failed")
  const router = useRouter()
  const kept = useKeptForm(`revise:${baseRevisionId}`, form)
  const [refusal, setRefusal] = useState<string | null>(null)
  const save = async (corrected: DraftForm) => {
    const body = JSON.stringify({ readingId, baseRevisionId, ...inputOfForm(corrected) })
    const answer = await postReading<{ number: number }>(
      `/teach/readings/${readingId}/revisions`,
      body,
      unreachable,
    )
    setRefusal(answer.ok ? null : answer.message)
    if (!answer.ok) return
    kept.forget()
    router.push(`/teach/readings/${readingId}`)
  }
  const startOver = () => {
    kept.change(form)
    kept.forget()
  }
  return (
    <div className="grid max-w-narrow gap-6">
      {kept.wasRestored && (
        <Notice
          acts={
            <Button dense onClick={startOver}>
              {t("revise.startOver")}
            </Button>
          }
        >
          {t("create.restored")}
        </Notice>
      )}
      <CorrectReading
        form={kept.value}
        onChange={kept.change}
        onSave={save}
        refusal={refusal}
        saveLabel={t("revise.save", { number: nextNumber })}
        savingLabel={t("revise.saving")}
      />
    </div>
  )
}
