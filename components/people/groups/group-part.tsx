"use client"

import { useTranslations } from "next-intl"
import { ConfirmAct } from "@/components/people/confirm-act"
import type { GroupsRoom } from "@/components/people/groups/groups-types"
import { moveButtonId } from "@/components/people/groups/move-dialog"
import { RenameGroup } from "@/components/people/groups/rename-group"
import { Button } from "@/components/ui/button"
import type { GroupedStudent, GroupView } from "@/lib/classroom/groups/view-groups"

type GroupPartProps = GroupsRoom & { group: GroupView; onMove: (student: GroupedStudent) => void }

/** A group and who is in it. */
export function GroupPart({ classId, actions, group, onMove }: GroupPartProps) {
  const t = useTranslations("people.groups")
  const { id, name, students } = group
  return (
    <section aria-labelledby={`g-${id}`} className="min-w-0 border-rule border-t pt-3 pb-6">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h3 id={`g-${id}`} dir="auto" className="min-w-0 font-semibold text-17 [overflow-wrap:anywhere]">
          {name}
        </h3>
        <span className="text-13 text-ink-2 tabular-nums">{t("members", { count: students.length })}</span>
      </div>
      {students.length === 0 && <p className="py-1 text-13 text-ink-2">{t("empty")}</p>}
      <ul>
        {students.map((student) => (
          <li key={student.enrolmentId} className="flex items-center justify-between gap-3 py-0.5">
            <span dir="auto" className="min-w-0 [overflow-wrap:anywhere]">
              {student.displayName}
            </span>
            {actions && <MoveButton student={student} onMove={onMove} />}
          </li>
        ))}
      </ul>
      {actions && (
        <div className="-ms-2 mt-1 flex flex-wrap gap-x-1">
          <RenameGroup classId={classId} group={group} action={actions.rename} />
          <ConfirmAct
            label={t("remove")}
            namedLabel={t("removeNamed", { name })}
            title={t("removeTitle", { name })}
            confirmLabel={t("removeConfirm")}
            action={actions.remove}
            input={{ classId, groupId: id }}
          >
            {t("removeWhat", { count: students.length })}
          </ConfirmAct>
        </div>
      )}
    </section>
  )
}

type MoveButtonProps = { student: GroupedStudent; onMove: (student: GroupedStudent) => void }

export function MoveButton({ student, onMove }: MoveButtonProps) {
  const t = useTranslations("people.groups")
  return (
    <Button
      id={moveButtonId(student.enrolmentId)}
      variant="quiet"
      dense
      aria-label={t("moveNamed", { name: student.displayName })}
      onClick={() => onMove(student)}
    >
      {t("move")}
    </Button>
  )
}
