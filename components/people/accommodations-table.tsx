"use client"

import { useTranslations } from "next-intl"
import type { Granted, SetAction } from "@/components/people/accommodation-form"
import { AccommodationWords } from "@/components/people/accommodation-words"
import { ConfirmAct } from "@/components/people/confirm-act"
import { Button } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/checkbox"
import { Cell, DataTable, HeaderCell, Row, RowHeader } from "@/components/ui/data-table"
import { type Accommodation, NO_ACCOMMODATION } from "@/lib/classroom/accommodation"

export type GrantedStudent = { enrolmentId: string; displayName: string; accommodation: Accommodation | null }

type AccommodationsTableProps = {
  classId: string
  students: readonly GrantedStudent[]
  chosen: ReadonlySet<string>
  action: SetAction | null
  onToggle: (enrolmentId: string, on: boolean) => void
  onEdit: (enrolmentId: string) => void
  onTaken: (granted: Granted) => void
}

/** One line a student. On a phone a line is a small stack. */
export function AccommodationsTable(props: AccommodationsTableProps) {
  const t = useTranslations("people.accommodation")
  return (
    <DataTable caption={t("caption")}>
      <thead className="max-md:sr-only">
        <tr>
          {props.action && (
            <HeaderCell>
              <span className="sr-only">{t("choose")}</span>
            </HeaderCell>
          )}
          <HeaderCell>{t("student")}</HeaderCell>
          <HeaderCell>{t("what")}</HeaderCell>
          {props.action && (
            <HeaderCell>
              <span className="sr-only">{t("acts")}</span>
            </HeaderCell>
          )}
        </tr>
      </thead>
      <tbody>
        {props.students.map((student) => (
          <StudentRow key={student.enrolmentId} student={student} {...props} />
        ))}
      </tbody>
    </DataTable>
  )
}

function StudentRow({
  student,
  action,
  chosen,
  onToggle,
  ...rest
}: AccommodationsTableProps & { student: GrantedStudent }) {
  const t = useTranslations("people.accommodation")
  const { enrolmentId, displayName, accommodation } = student
  return (
    <Row className="max-md:grid max-md:grid-cols-[2.5rem_minmax(0,1fr)] max-md:py-2 max-md:[&>*]:py-0">
      {action && (
        <Cell className="w-10 max-md:row-span-3">
          <Checkbox
            label={<span className="sr-only">{t("chooseNamed", { name: displayName })}</span>}
            checked={chosen.has(enrolmentId)}
            onChange={(event) => onToggle(enrolmentId, event.target.checked)}
          />
        </Cell>
      )}
      <RowHeader>
        <span dir="auto">{displayName}</span>
      </RowHeader>
      <Cell>
        {accommodation ? (
          <AccommodationWords accommodation={accommodation} />
        ) : (
          <span className="text-ink-3">{t("none")}</span>
        )}
      </Cell>
      {action && (
        <Cell className="md:text-end">
          <RowActs student={student} action={action} {...rest} />
        </Cell>
      )}
    </Row>
  )
}

type RowActsProps = Pick<AccommodationsTableProps, "classId" | "onEdit" | "onTaken"> & {
  student: GrantedStudent
  action: SetAction
}

function RowActs({ student, action, classId, onEdit, onTaken }: RowActsProps) {
  const t = useTranslations("people.accommodation")
  const { enrolmentId, displayName: name, accommodation } = student
  const takeAway = async (input: unknown) => {
    const result = await action(input)
    if (result.ok) onTaken(result.value)
    return result
  }
  return (
    <span className="inline-flex flex-wrap gap-x-1 max-md:-ms-2">
      <Button
        variant="quiet"
        dense
        aria-label={t(accommodation ? "changeNamed" : "grantNamed", { name })}
        onClick={() => onEdit(enrolmentId)}
      >
        {t(accommodation ? "change" : "grant")}
      </Button>
      {accommodation && (
        <ConfirmAct
          label={t("take")}
          namedLabel={t("takeNamed", { name })}
          title={t("takeTitle", { name })}
          confirmLabel={t("take")}
          action={takeAway}
          input={{ classId, enrolmentIds: [enrolmentId], accommodation: NO_ACCOMMODATION }}
        >
          {t("takeWhat")}
        </ConfirmAct>
      )}
    </span>
  )
}
