"use client"

import { useTranslations } from "next-intl"
import type { ClassActions, ClassView } from "@/components/people/class-types"
import { ConfirmAct } from "@/components/people/confirm-act"
import { Section } from "@/components/people/section"
import { ActButton } from "@/components/ui/act-button"
import { ActionForm } from "@/components/ui/action-form"
import { Field } from "@/components/ui/field"
import { SubmitButton } from "@/components/ui/submit-button"

type ClassSettingsProps = {
  room: ClassView
  actions: Pick<ClassActions, "rename" | "copy" | "archive" | "restore">
}

/** The class's name, another class like it, all of it in files, and putting it away. */
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
      <CopyClass room={room} action={actions.copy} />
      {room.may.export && (
        <div className="mb-4">
          <a
            className="link inline-block min-h-6 rounded-mark"
            href={`/api/classes/${room.publicId}/export.zip`}
            download
          >
            {t("export")}
          </a>
          <p className="text-13 text-ink-2">{t("exportWhat")}</p>
        </div>
      )}
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

function CopyClass({ room, action }: { room: ClassView; action: ClassActions["copy"] }) {
  const t = useTranslations("people.class")
  return (
    <details className="mb-4">
      <summary className="link min-h-6 cursor-pointer rounded-mark">{t("copy")}</summary>
      <ActionForm action={action} values={{ classId: room.classId }} className="mt-3 gap-3">
        <p className="text-13 text-ink-2">{t("copyWhat")}</p>
        <Field name="className" label={t("copyName")} maxLength={80} autoComplete="off" dense />
        <SubmitButton variant="line" dense className="justify-self-start">
          {t("copySubmit")}
        </SubmitButton>
      </ActionForm>
    </details>
  )
}
