"use client"

import { useTranslations } from "next-intl"
import type { ClassActions, ClassView } from "@/components/people/class-types"
import { ConfirmAct } from "@/components/people/confirm-act"
import { Section } from "@/components/people/section"
import { ActButton } from "@/components/ui/act-button"
import { ActionForm } from "@/components/ui/action-form"
import { Field } from "@/components/ui/field"
import { SubmitButton } from "@/components/ui/submit-button"

type ClassSettingsProps = { room: ClassView; actions: Pick<ClassActions, "rename" | "archive" | "restore"> }

/** The class's name, and putting it away. */
export function ClassSettings({ room, actions }: ClassSettingsProps) {
  const t = useTranslations("people.class")
  const input = { classId: room.classId }
  return (
    <Section title={t("settings")}>
      <ActionForm action={actions.rename} values={input} doneMessage={t("renamed")} className="mb-4 gap-3">
        <Field name="className" label={t("rename")} defaultValue={room.name} maxLength={80} dense />
        <SubmitButton variant="line" dense className="justify-self-start">
          {t("renameSubmit")}
        </SubmitButton>
      </ActionForm>
      {room.may.archive && room.archived && (
        <ActButton action={actions.restore} input={input}>
          {t("restore")}
        </ActButton>
      )}
      {room.may.archive && !room.archived && (
        <ConfirmAct
          variant="line"
          label={t("archive")}
          title={t("archiveTitle", { name: room.name })}
          confirmLabel={t("archiveConfirm")}
          action={actions.archive}
          input={input}
        >
          {t("archiveWhat")}
        </ConfirmAct>
      )}
    </Section>
  )
}
