"use client"

import { useTranslations } from "next-intl"
import type { EditorAction } from "@/components/lesson/editor/saving-form"
import { Button } from "@/components/ui/button"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"

type ArchiveLessonButtonProps = { lessonId: string; archived: boolean; action: EditorAction }

/** Puts the lesson away, or brings it back. */
export function ArchiveLessonButton({ lessonId, archived, action }: ArchiveLessonButtonProps) {
  const words = useTranslations("lesson.editor.archive")
  const state = archived ? "restore" : "archive"
  return (
    <ConfirmDialog
      trigger={<Button dense>{words(`${state}.act`)}</Button>}
      title={words(`${state}.title`)}
      confirmLabel={words(`${state}.act`)}
      variant={archived ? "main" : "danger"}
      onConfirm={() => action({ lessonId, archived: !archived })}
    >
      {words(`${state}.text`)}
    </ConfirmDialog>
  )
}
