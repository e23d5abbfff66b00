import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import { createClassAction } from "@/app/teach/classes/actions"
import { StaffPage } from "@/app/teach/classes/staff-page"
import { ClassList } from "@/components/people/class-list"
import { CreateClassForm } from "@/components/people/create-class-form"
import { Section } from "@/components/people/section"
import { ClientMessages } from "@/components/ui/client-messages"
import { EmptyState } from "@/components/ui/empty-state"
import { PageHeading } from "@/components/ui/page-heading"
import { can } from "@/lib/access/permissions"
import { loadClasses } from "@/lib/classroom/server/load-classes"
import { requireViewer } from "@/lib/platform/session"

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people.classes"))("title") }
}

/** The classes somebody teaches or helps in; every class, to an administrator. */
export default async function Classes() {
  const viewer = await requireViewer(["teacher", "assistant", "administrator"], "/teach/classes")
  const classes = await loadClasses(viewer)
  const t = await getTranslations("people.classes")
  const mayCreate = can(viewer, "class.create")
  return (
    <StaffPage viewer={viewer} here="classes" classes={classes}>
      <PageHeading dense title={t("title")} />
      <div className="grid max-w-narrow gap-8">
        {classes.length > 0 ? (
          <ClassList classes={classes} />
        ) : (
          <EmptyState title={t("emptyTitle")}>{t(mayCreate ? "emptyTeacher" : "emptyAssistant")}</EmptyState>
        )}
        {mayCreate && (
          <div className="max-w-form">
            <Section title={t("new")}>
              <ClientMessages rooms={["people.classes"]}>
                <CreateClassForm action={createClassAction} />
              </ClientMessages>
            </Section>
          </div>
        )}
      </div>
    </StaffPage>
  )
}
