"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import type { GroupsActions } from "@/components/people/groups/groups-types"
import { ActionForm } from "@/components/ui/action-form"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { Field } from "@/components/ui/field"
import { SubmitButton } from "@/components/ui/submit-button"
import { GROUP_NAME_MAX } from "@/lib/classroom/groups/group-arrangement"

type RenameGroupProps = {
  classId: string
  group: { id: string; name: string }
  action: GroupsActions["rename"]
}

/** A group's name, in a small window. */
export function RenameGroup({ classId, group, action }: RenameGroupProps) {
  const t = useTranslations("people.groups")
  const [open, setOpen] = useState(false)
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={t("renameTitle", { name: group.name })}
      trigger={
        <Button variant="quiet" dense aria-label={t("renameNamed", { name: group.name })}>
          {t("rename")}
        </Button>
      }
    >
      <ActionForm
        action={action}
        values={{ classId, groupId: group.id }}
        onDone={() => setOpen(false)}
        className="gap-4"
      >
        <Field name="name" label={t("nameLabel")} defaultValue={group.name} maxLength={GROUP_NAME_MAX} />
        <SubmitButton className="justify-self-start">{t("renameConfirm")}</SubmitButton>
      </ActionForm>
    </Dialog>
  )
}
