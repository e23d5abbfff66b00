import { useTranslations } from "next-intl"
import { ConfirmAct } from "@/components/people/confirm-act"
import { ErasePerson } from "@/components/people/erase-person"
import { ResetPassword } from "@/components/people/reset-password"
import { ActButton } from "@/components/ui/act-button"
import type { ActionResult } from "@/components/ui/action-form"
import { Cell, DataTable, HeaderCell, Row, RowHeader } from "@/components/ui/data-table"
import type { SchoolRole } from "@/lib/classroom/roles"
import type { SignInSlip } from "@/lib/classroom/sign-in-slip"

export type PersonLine = {
  userId: string
  displayName: string
  userName: string
  email: string | null
  role: SchoolRole
  disabled: boolean
  waitsForFirstSignIn: boolean
  secondFactor: boolean
  classes: readonly string[]
}

export type PersonActions = {
  resetPassword: (input: unknown) => Promise<ActionResult<SignInSlip>>
  clearSecondFactor: (input: unknown) => Promise<ActionResult<unknown>>
  close: (input: unknown) => Promise<ActionResult<unknown>>
  open: (input: unknown) => Promise<ActionResult<unknown>>
  erase: (input: unknown) => Promise<ActionResult<unknown>>
}

type PeopleTableProps = {
  people: readonly PersonLine[]
  viewerId: string
  schoolName: string
  actions: PersonActions
}

/** Everybody of the school, one per line. */
export function PeopleTable({ people, ...rest }: PeopleTableProps) {
  const t = useTranslations("people.people")
  return (
    <DataTable caption={t("caption")}>
      <thead className="max-md:sr-only">
        <tr>
          <HeaderCell>{t("name")}</HeaderCell>
          <HeaderCell>{t("userName")}</HeaderCell>
          <HeaderCell>{t("role")}</HeaderCell>
          <HeaderCell className="max-lg:hidden">{t("classes")}</HeaderCell>
          <HeaderCell>{t("status")}</HeaderCell>
          <HeaderCell>
            <span className="sr-only">{t("acts")}</span>
          </HeaderCell>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <PersonRow key={person.userId} person={person} {...rest} />
        ))}
      </tbody>
    </DataTable>
  )
}

type PersonRowProps = Omit<PeopleTableProps, "people"> & { person: PersonLine }

function PersonRow({ person, viewerId, schoolName, actions }: PersonRowProps) {
  const t = useTranslations("people.people")
  const roles = useTranslations("people.roles")
  return (
    <Row className="max-md:grid max-md:py-2 max-md:[&>*]:py-0">
      <RowHeader className={person.disabled ? "text-ink-3" : undefined}>
        <span dir="auto">{person.displayName}</span>
      </RowHeader>
      <Cell className="text-ink-2 max-md:text-13">
        {person.userName}
        {person.email && <span className="block text-13">{person.email}</span>}
      </Cell>
      <Cell>{roles(person.role)}</Cell>
      <Cell dir="auto" className="text-13 text-ink-2 max-lg:hidden">
        {person.classes.join(", ")}
      </Cell>
      <Cell className="text-13 text-ink-2">
        {t(person.disabled ? "closed" : person.waitsForFirstSignIn ? "firstSignIn" : "signedIn")}
        {person.secondFactor && <span className="block">{t("secondStep")}</span>}
      </Cell>
      <Cell className="md:text-end">
        {person.userId === viewerId ? (
          <span className="text-13 text-ink-3">{t("you")}</span>
        ) : (
          <PersonActs person={person} schoolName={schoolName} actions={actions} />
        )}
      </Cell>
    </Row>
  )
}

function PersonActs({ person, schoolName, actions }: Omit<PersonRowProps, "viewerId">) {
  const t = useTranslations("people.people")
  const input = { userId: person.userId }
  const name = person.displayName
  if (person.disabled)
    return (
      <span className="-mx-2 inline-flex flex-wrap gap-x-1">
        <ActButton variant="quiet" action={actions.open} input={input} label={t("openNamed", { name })}>
          {t("open")}
        </ActButton>
        <ErasePerson person={person} action={actions.erase} />
      </span>
    )
  return (
    <span className="-mx-2 inline-flex flex-wrap gap-x-1">
      <ResetPassword name={name} place={schoolName} action={actions.resetPassword} input={input} />
      {person.secondFactor && (
        <ConfirmAct
          label={t("clearStep")}
          namedLabel={t("clearStepNamed", { name })}
          title={t("clearStepTitle", { name })}
          confirmLabel={t("clearStepConfirm")}
          action={actions.clearSecondFactor}
          input={input}
        >
          {t("clearStepWhat")}
        </ConfirmAct>
      )}
      <ConfirmAct
        label={t("close")}
        namedLabel={t("closeNamed", { name })}
        title={t("closeTitle", { name })}
        confirmLabel={t("closeConfirm")}
        action={actions.close}
        input={input}
      >
        {t("closeWhat")}
      </ConfirmAct>
    </span>
  )
}
