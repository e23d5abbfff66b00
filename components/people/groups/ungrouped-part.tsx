"use client"

import { useTranslations } from "next-intl"
import { MoveButton } from "@/components/people/groups/group-part"
import type { GroupsRoom } from "@/components/people/groups/groups-types"
import { Section } from "@/components/people/section"
import { ActButton } from "@/components/ui/act-button"
import type { GroupedStudent } from "@/lib/classroom/groups/view-groups"

type UngroupedPartProps = GroupsRoom & {
  students: readonly GroupedStudent[]
  onMove: (student: GroupedStudent) => void
}

/** Who joined after the groups were made, or was taken out: before all others, since they can neither read nor write. */
export function UngroupedPart({ classId, actions, students, onMove }: UngroupedPartProps) {
  const t = useTranslations("people.groups")
  if (students.length === 0) return null
  const place = (enrolmentIds: string[]) => ({ classId, enrolmentIds })
  return (
    <Section
      title={t("ungrouped", { count: students.length })}
      hint={t("ungroupedHint")}
      acts={
        actions &&
        students.length > 1 && (
          <ActButton action={actions.place} input={place(students.map(({ enrolmentId }) => enrolmentId))}>
            {t("placeAll", { count: students.length })}
          </ActButton>
        )
      }
    >
      <ul className="max-w-narrow">
        {students.map((student) => (
          <li
            key={student.enrolmentId}
            className="flex flex-wrap items-center justify-between gap-x-3 border-rule border-t py-1 first:border-t-0"
          >
            <span dir="auto" className="min-w-0 [overflow-wrap:anywhere]">
              {student.displayName}
            </span>
            {actions && (
              <span className="flex flex-wrap gap-x-1">
                <ActButton
                  variant="quiet"
                  action={actions.place}
                  input={place([student.enrolmentId])}
                  label={t("placeNamed", { name: student.displayName })}
                >
                  {t("place")}
                </ActButton>
                <MoveButton student={student} onMove={onMove} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
