import { useTranslations } from "next-intl"
import { AccommodationWords } from "@/components/people/accommodation-words"
import type { ClassActions, ClassView } from "@/components/people/class-types"
import { ConfirmAct } from "@/components/people/confirm-act"
import { ResetPassword } from "@/components/people/reset-password"
import { Cell, DataTable, HeaderCell, Row, RowHeader } from "@/components/ui/data-table"
import type { RosterPerson } from "@/lib/classroom/roster-view"

type RosterTableProps = {
  room: ClassView
  students: readonly RosterPerson[]
  actions: Pick<ClassActions, "resetPassword" | "remove">
}

/** The students of a class, and what can be done for each. */
export function RosterTable({ room, students, actions }: RosterTableProps) {
  const t = useTranslations("people.class")
  const someGranted = students.some(({ accommodation }) => accommodation)
  return (
    <DataTable caption={t("rosterCaption", { name: room.name })}>
      <thead className="max-md:sr-only">
        <tr>
          <HeaderCell>{t("name")}</HeaderCell>
          <HeaderCell>{t("userName")}</HeaderCell>
          <HeaderCell>{t("status")}</HeaderCell>
          {someGranted && <HeaderCell>{t("granted")}</HeaderCell>}
          <HeaderCell>
            <span className="sr-only">{t("acts")}</span>
          </HeaderCell>
        </tr>
      </thead>
      <tbody>
        {students.map((person) => (
          <Row key={person.enrolmentId} className={stacked}>
            <RowHeader>
              <span dir="auto">{person.displayName}</span>
            </RowHeader>
            <Cell className="text-ink-2 max-md:text-13">{person.userName}</Cell>
            <Cell className="text-13 text-ink-2">
              <SignInState person={person} />
            </Cell>
            {someGranted && (
              <Cell className="text-13">
                <AccommodationWords accommodation={person.accommodation} />
              </Cell>
            )}
            <Cell className="md:text-end">
              <RowActs room={room} person={person} actions={actions} />
            </Cell>
          </Row>
        ))}
      </tbody>
    </DataTable>
  )
}

/** On a phone a row is a small stack: columns would leave no room for names. */
const stacked = "max-md:grid max-md:py-2 max-md:[&>*]:py-0"

function SignInState({ person }: { person: RosterPerson }) {
  const t = useTranslations("people.class")
  if (person.accountClosed) return t("accountClosed")
  return person.waitsForFirstSignIn ? t("firstSignIn") : t("signedIn")
}

function RowActs({ room, person, actions }: Omit<RosterTableProps, "students"> & { person: RosterPerson }) {
  const t = useTranslations("people.class")
  const input = { enrolmentId: person.enrolmentId }
  const name = person.displayName
  return (
    <span className="inline-flex flex-wrap gap-x-1 max-md:-ms-2">
      {room.may.resetPasswords && !person.accountClosed && (
        <ResetPassword name={name} place={room.name} action={actions.resetPassword} input={input} />
      )}
      {room.may.edit && (
        <ConfirmAct
          label={t("remove")}
          namedLabel={t("removeNamed", { name })}
          title={t("removeTitle", { name, className: room.name })}
          confirmLabel={t("removeConfirm")}
          action={actions.remove}
          input={input}
        >
          {t("removeWhat")}
        </ConfirmAct>
      )}
    </span>
  )
}
