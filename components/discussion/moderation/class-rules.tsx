"use client"

import { useTranslations } from "next-intl"
import { NormsList } from "@/components/discussion/moderation/norms-list"
import { useNorms } from "@/components/discussion/moderation/use-norms"
import { ActionForm, type ActionResult } from "@/components/ui/action-form"
import { Checkbox } from "@/components/ui/checkbox"
import { SubmitButton } from "@/components/ui/submit-button"
import { TextArea } from "@/components/ui/text-area"
import type { NormsView } from "@/lib/discussion/moderation/norms"

type Act = (input: unknown) => Promise<ActionResult<unknown>>

type ClassRulesProps = {
  classId: string
  norms: NormsView
  helpLine: string | null
  students: number
  accepted: number
  /** Null for whoever only reads. */
  acts: { saveNorms: Act; saveHelpLine: Act } | null
}

/** The norms of a class and whom somebody in need can turn to; its teachers change them here. */
export function ClassRules({ classId, norms, helpLine, students, accepted, acts }: ClassRulesProps) {
  const words = useTranslations("discussion.classRules")
  const list = useNorms(norms)
  const version = words("version", { number: norms.number + 1, accepted, students })
  if (!acts)
    return (
      <div className="max-w-form">
        <NormsList norms={norms} />
        <p className="mt-2 text-13 text-ink-2">{version}</p>
        {helpLine && (
          <p dir="auto" className="mt-4">
            {helpLine}
          </p>
        )}
        <p className="mt-4 text-ink-2">{words("readOnly")}</p>
      </div>
    )
  return (
    <div className="grid max-w-form gap-10">
      <ActionForm action={acts.saveNorms} values={{ classId }} doneMessage={words("saved")}>
        <p className="text-13 text-ink-2">{version}</p>
        <TextArea
          name="text"
          label={words("norms")}
          hint={words("normsHint")}
          defaultValue={list.join("\n")}
          rows={6}
        />
        <Checkbox name="asksAgain" label={words("asksAgain")} hint={words("asksAgainHint")} />
        <SubmitButton className="justify-self-start">{words("save")}</SubmitButton>
      </ActionForm>
      <ActionForm action={acts.saveHelpLine} values={{ classId }} doneMessage={words("savedHelp")}>
        <TextArea
          name="helpLine"
          label={words("help")}
          hint={words("helpHint")}
          defaultValue={helpLine ?? ""}
          optional
          rows={2}
        />
        <SubmitButton variant="line" className="justify-self-start">
          {words("saveHelp")}
        </SubmitButton>
      </ActionForm>
    </div>
  )
}
