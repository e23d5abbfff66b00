import type { Metadata } from "next"
import { forbidden } from "next/navigation"
import { getTranslations } from "next-intl/server"
import * as actions from "@/app/admin/people/actions"
import { StaffPage } from "@/app/teach/classes/staff-page"
import { CreatePerson } from "@/components/people/create-person"
import { PeopleSearch } from "@/components/people/people-search"
import { PeopleTable } from "@/components/people/people-table"
import { ClientMessages } from "@/components/ui/client-messages"
import { EmptyState } from "@/components/ui/empty-state"
import { PageHeading } from "@/components/ui/page-heading"
import { TextLink } from "@/components/ui/text-link"
import { isSchoolRole } from "@/lib/classroom/roles"
import { loadPeople, PEOPLE_SHOWN } from "@/lib/classroom/server/load-people"
import { requireViewer } from "@/lib/platform/session"

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people.people"))("title") }
}

type PeopleProps = { searchParams: Promise<{ q?: string | string[]; role?: string | string[] }> }

/** Everybody of the school, for its administrators. */
export default async function People({ searchParams }: PeopleProps) {
  const viewer = await requireViewer(["administrator"], "/admin/people")
  const { q, role: asked } = await searchParams
  const search = typeof q === "string" ? q : ""
  const role = isSchoolRole(asked) ? asked : null
  const found = await loadPeople(viewer, { search, role })
  if (!found.ok) forbidden()
  const { people, total } = found.value
  const t = await getTranslations("people.people")
  return (
    <StaffPage viewer={viewer} here="people">
      <ClientMessages rooms={["people.people", "people.reset", "people.roles", "people.slips"]}>
        <PageHeading
          dense
          title={t("title")}
          lead={
            total > people.length ? t("shownSome", { shown: PEOPLE_SHOWN, total }) : t("shown", { total })
          }
          acts={<CreatePerson action={actions.createPersonAction} schoolName={viewer.school.name} />}
        />
        <PeopleSearch search={search} role={role} />
        <div className="mt-6">
          {people.length > 0 ? (
            <PeopleTable
              people={people}
              viewerId={viewer.userId}
              schoolName={viewer.school.name}
              actions={{
                resetPassword: actions.resetPersonPasswordAction,
                clearSecondFactor: actions.clearSecondFactorAction,
                close: actions.disablePersonAction,
                open: actions.enablePersonAction,
                erase: actions.erasePersonAction,
              }}
            />
          ) : (
            <EmptyState
              title={t("emptyTitle")}
              act={<TextLink href="/admin/people">{t("showAll")}</TextLink>}
            >
              {search && t("emptyWhat", { search })}
            </EmptyState>
          )}
        </div>
      </ClientMessages>
    </StaffPage>
  )
}
