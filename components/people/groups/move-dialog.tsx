"use client"

import { useTranslations } from "next-intl"
import type { GroupsActions } from "@/components/people/groups/groups-types"
import { ActionForm } from "@/components/ui/action-form"
import { Dialog } from "@/components/ui/dialog"
import { Notice } from "@/components/ui/notice"
import { RadioGroup } from "@/components/ui/radio-group"
import { SubmitButton } from "@/components/ui/submit-button"
import type { GroupedStudent, GroupView } from "@/lib/classroom/groups/view-groups"

type MoveDialogProps = {
  classId: string
  groups: readonly GroupView[]
  student: GroupedStudent
  /** Where the student is now. */
  from: GroupView | null
  /** How many posts they have written in the threads of that group. */
  posts: number
  action: GroupsActions["move"]
  onClose: () => void
}

const NOWHERE = "none"

/** Into which group a student goes, and what becomes of what they wrote. */
export function MoveDialog({ classId, groups, student, from, posts, action, onClose }: MoveDialogProps) {
  const t = useTranslations("people.groups")
  const { enrolmentId, displayName: name } = student
  const toInput = (form: FormData) => {
    const chosen = form.get("groupId")
    return { classId, enrolmentId, groupId: chosen === NOWHERE ? null : chosen }
  }
  const options = groups.map((group) => ({
    value: group.id,
    label: <bdi>{group.name}</bdi>,
    hint: t(group.id === from?.id ? "membersHere" : "members", { count: group.students.length }),
  }))
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t("moveTitle", { name })}
      returnTo={() => document.getElementById(moveButtonId(enrolmentId))}
    >
      <ActionForm action={action} toInput={toInput} onDone={onClose} className="gap-4">
        {from && posts > 0 && (
          <Notice kind="warning">{t("moveWithPosts", { name, group: from.name, count: posts })}</Notice>
        )}
        <RadioGroup
          name="groupId"
          label={t("moveTo")}
          required
          defaultValue={from?.id ?? NOWHERE}
          options={[...options, { value: NOWHERE, label: t("noGroup") }]}
        />
        {posts === 0 && <p className="text-13 text-ink-2">{t("moveHint")}</p>}
        <SubmitButton className="justify-self-start">{t("moveConfirm")}</SubmitButton>
      </ActionForm>
    </Dialog>
  )
}

export const moveButtonId = (enrolmentId: string): string => `move-${enrolmentId}`
