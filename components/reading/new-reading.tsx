"use client"

import { useRouter } from "next/navigation"
import { useTranslations } from "next-intl"
import { useState } from "react"
import { v4 } from "uuid"
import { ChooseText } from "@/components/reading/choose-text"
import { CorrectReading } from "@/components/reading/correct-reading"
import { type DraftForm, formOfDraft, inputOfForm } from "@/components/reading/draft-form"
import { DraftNotes } from "@/components/reading/draft-notes"
import { postReading } from "@/components/reading/post-reading"
import { useKeptForm } from "@/components/reading/use-kept-form"
import { Button } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import type { ReadingDraft } from "@/lib/reading/draft-reading"
import { type FileFormat, isDocument } from "@/lib/reading/file-format"

/** Where somebody is in making a reading; `readingId` makes saving twice save once. */
type Making = {
  readingId: string
  pasted: string
  format: "txt" | "md"
  draft: (Pick<ReadingDraft, "warnings" | "repairs"> & { form: DraftForm; isDocument?: boolean }) | null
}

const fresh = (): Making => ({ readingId: v4(), pasted: "", format: "txt", draft: null })
const blank: Making = { readingId: "", pasted: "", format: "txt", draft: null }

/** Making a reading: give a text, correct what was recognised, save. Outlives a reload until it is saved. */
export function NewReading() {
  const t = useTranslations("reading.create")
  const unreachable = useTranslations("common.offline")("failed")
  const router = useRouter()
  const kept = useKeptForm<Making>("new-reading", blank)
  const [refusal, setRefusal] = useState<string | null>(null)
  const making = kept.value

  const recognise = async (body: Blob, format: FileFormat, pasted: string) => {
    const answer = await postReading<ReadingDraft>(
      `/teach/readings/draft?format=${format}`,
      body,
      unreachable,
    )
    setRefusal(answer.ok ? null : answer.message)
    if (!answer.ok) return
    const { warnings, repairs } = answer.value
    const draft = { warnings, repairs, form: formOfDraft(answer.value), isDocument: isDocument(format) }
    kept.change({ ...making, readingId: v4(), pasted, draft })
    scrollTo(0, 0)
  }
  const save = async (form: DraftForm) => {
    const about = { readingId: making.readingId, isDocument: making.draft?.isDocument ?? false }
    const body = JSON.stringify({ ...about, ...inputOfForm(form) })
    const answer = await postReading<{ readingId: string }>("/teach/readings/save", body, unreachable)
    setRefusal(answer.ok ? null : answer.message)
    if (!answer.ok) return
    kept.forget()
    router.push(`/teach/readings/${answer.value.readingId}?saved=1`)
  }
  const startOver = () => {
    kept.forget()
    kept.change(fresh())
    setRefusal(null)
  }

  const draft = making.draft
  return (
    <div className="grid max-w-narrow gap-6">
      {kept.wasRestored && (making.pasted !== "" || draft) && (
        <Notice
          acts={
            <Button dense onClick={startOver}>
              {t("startOver")}
            </Button>
          }
        >
          {t("restored")}
        </Notice>
      )}
      {draft ? (
        <CorrectReading
          form={draft.form}
          onChange={(form) => kept.change({ ...making, draft: { ...draft, form } })}
          onSave={save}
          refusal={refusal}
          saveLabel={t("save")}
          savingLabel={t("saving")}
          lead={<DraftNotes warnings={draft.warnings} repairs={draft.repairs} />}
          aside={
            <Button variant="quiet" onClick={startOver}>
              {t("startOver")}
            </Button>
          }
        />
      ) : (
        <ChooseText
          pasted={making.pasted}
          format={making.format}
          refusal={refusal}
          onRefuse={setRefusal}
          onType={(pasted, format) => kept.change({ ...making, pasted, format })}
          onRead={recognise}
        />
      )}
    </div>
  )
}
