"use client"

import { useTranslations } from "next-intl"
import { useEffect, useState } from "react"
import type { ClassActions, ClassView } from "@/components/people/class-types"
import { ConfirmAct } from "@/components/people/confirm-act"
import { CopyButton } from "@/components/people/copy-button"
import { Section } from "@/components/people/section"
import { ActionForm } from "@/components/ui/action-form"
import { Checkbox } from "@/components/ui/checkbox"
import { SubmitButton } from "@/components/ui/submit-button"

type JoinPanelProps = {
  room: ClassView
  code: string
  actions: Pick<ClassActions, "rotateCode" | "joinRules">
}

/** The class's code: to show, to change, to lock. */
export function JoinPanel({ room, code, actions }: JoinPanelProps) {
  const t = useTranslations("people.class")
  const [address, setAddress] = useState("/join")
  useEffect(() => setAddress(`${window.location.host}/join`), [])
  return (
    <Section title={t("join")}>
      <p className="text-13 text-ink-2">{t("code")}</p>
      <p
        data-join-code
        className={`font-semibold text-25 tabular-nums ${room.joinLocked ? "text-ink-3" : ""}`}
      >
        {code}
      </p>
      {room.joinLocked ? (
        <p className="text-13 text-part">{t("lockedNow")}</p>
      ) : (
        <p className="break-words text-13 text-ink-2">{t("codeHow", { address })}</p>
      )}
      <div className="-ms-2 mt-1 mb-3 flex flex-wrap gap-x-1">
        <CopyButton text={code} label={t("copyCode")} doneLabel={t("copied")} />
        <ConfirmAct
          label={t("rotate")}
          title={t("rotateTitle")}
          confirmLabel={t("rotateConfirm")}
          action={actions.rotateCode}
          input={{ classId: room.classId }}
        >
          {t("rotateWhat", { code })}
        </ConfirmAct>
      </div>
      <ActionForm
        action={actions.joinRules}
        values={{ classId: room.classId }}
        doneMessage={t("rulesSaved")}
        className="gap-2"
      >
        <Checkbox
          name="needsApproval"
          label={t("needsApproval")}
          hint={t("needsApprovalHint")}
          defaultChecked={room.joinNeedsApproval}
        />
        <Checkbox name="locked" label={t("locked")} hint={t("lockedHint")} defaultChecked={room.joinLocked} />
        <SubmitButton variant="line" dense className="justify-self-start">
          {t("saveRules")}
        </SubmitButton>
      </ActionForm>
    </Section>
  )
}
