"use client"

import { useTranslations } from "next-intl"
import type { ClassActions, ClassView } from "@/components/people/class-types"
import { ConfirmAct } from "@/components/people/confirm-act"
import { Section } from "@/components/people/section"
import { ActionForm } from "@/components/ui/action-form"
import { Field } from "@/components/ui/field"
import { Select } from "@/components/ui/select"
import { SubmitButton } from "@/components/ui/submit-button"
import type { RosterPerson } from "@/lib/classroom/roster-view"

type StaffPanelProps = {
  room: ClassView
  staff: readonly RosterPerson[]
  /** The viewer, who may leave where another teacher stays. */
  viewerId: string
  actions: Pick<ClassActions, "addStaff" | "remove">
}

/** Teachers and assistants of a class. */
export function StaffPanel({ room, staff, viewerId, actions }: StaffPanelProps) {
  const t = useTranslations("people.class")
  // The last teacher stays: see decideRemoval.
  const severalTeachers = staff.filter(({ role }) => role === "teacher").length > 1
  return (
    <Section title={t("staff")}>
      <ul className="mb-4 grid">
        {staff.map((person) => (
          <StaffLine key={person.enrolmentId} {...{ room, person, viewerId, severalTeachers, actions }} />
        ))}
      </ul>
      {room.may.edit && <AddStaff room={room} actions={actions} />}
    </Section>
  )
}

function StaffLine({
  room,
  person,
  viewerId,
  severalTeachers,
  actions,
}: Omit<StaffPanelProps, "staff"> & { person: RosterPerson; severalTeachers: boolean }) {
  const t = useTranslations("people.class")
  const roles = useTranslations("people.roles")
  const name = person.displayName
  const removable =
    person.role === "assistant" || (severalTeachers && (room.may.removeStaff || person.userId === viewerId))
  return (
    <li className="flex flex-wrap items-center gap-x-3 border-rule border-b py-1.5">
      <span dir="auto" className="font-medium">
        {name}
      </span>
      <span className="text-13 text-ink-2">{roles(person.role)}</span>
      {room.may.edit && removable && (
        <span className="ms-auto">
          <ConfirmAct
            label={t("remove")}
            namedLabel={t("removeNamed", { name })}
            title={t("removeTitle", { name, className: room.name })}
            confirmLabel={t("removeConfirm")}
            action={actions.remove}
            input={{ enrolmentId: person.enrolmentId }}
          >
            {t("removeWhat")}
          </ConfirmAct>
        </span>
      )}
    </li>
  )
}

function AddStaff({ room, actions }: Pick<StaffPanelProps, "room" | "actions">) {
  const t = useTranslations("people.class")
  const roles = useTranslations("people.roles")
  const options = (["assistant", "teacher"] as const).map((value) => ({ value, label: roles(value) }))
  return (
    <details>
      <summary className="link min-h-6 cursor-pointer rounded-mark">{t("addStaff")}</summary>
      <ActionForm
        action={actions.addStaff}
        values={{ classId: room.classId }}
        doneMessage={t("staffAdded")}
        resetWhenDone
        className="mt-3 gap-4"
      >
        <p className="text-13 text-ink-2">{t("addStaffHint")}</p>
        <Field
          name="name"
          label={t("addStaffName")}
          autoCapitalize="none"
          spellCheck={false}
          autoComplete="off"
          dense
        />
        <Select name="role" label={t("addStaffRole")} options={options} dense />
        <SubmitButton variant="line" dense className="justify-self-start">
          {t("addStaffSubmit")}
        </SubmitButton>
      </ActionForm>
    </details>
  )
}
