import type { Metadata } from "next"
import { redirect } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { joinAction, registerAction } from "@/app/join/actions"
import { JoinForm, RegisterForm } from "@/components/people/join-forms"
import { Section } from "@/components/people/section"
import { PublicShell } from "@/components/shell/public-shell"
import { StudentShell } from "@/components/shell/student-shell"
import { ButtonLink } from "@/components/ui/button"
import { ClientMessages } from "@/components/ui/client-messages"
import { PageHeading } from "@/components/ui/page-heading"
import { TextLink } from "@/components/ui/text-link"
import type { Viewer } from "@/lib/access/viewer"
import { passwordMinimum } from "@/lib/classroom/password"
import { loadMyClasses } from "@/lib/classroom/server/load-classes"
import { loadSchoolName } from "@/lib/classroom/server/load-school"
import { loadViewer } from "@/lib/platform/session"

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people.join"))("title") }
}

type JoinProps = { searchParams: Promise<{ code?: string | string[] }> }

/** Into a class by its code: with the account one has, or with a new one. */
export default async function Join({ searchParams }: JoinProps) {
  const { code: given } = await searchParams
  const code = typeof given === "string" ? given.slice(0, 40) : ""
  const viewer = await loadViewer()
  if (viewer?.mustChangePassword) redirect("/account/password?next=/join")
  if (!viewer) return <JoinAsNew code={code} />
  return viewer.role === "student" ? (
    <JoinAsStudent viewer={viewer} code={code} />
  ) : (
    <NotForStaff viewer={viewer} />
  )
}

async function JoinAsNew({ code }: { code: string }) {
  const schoolName = await loadSchoolName()
  if (!schoolName) redirect("/sign-in")
  const t = await getTranslations("people.join")
  const back = code ? `/join?code=${encodeURIComponent(code)}` : "/join"
  return (
    <PublicShell schoolName={schoolName}>
      <PageHeading title={t("title")} lead={t("lead")} />
      <p className="-mt-4 mb-6 text-ink-2">
        {t("haveAccount")}{" "}
        <TextLink href={`/sign-in?next=${encodeURIComponent(back)}`}>{t("signInFirst")}</TextLink>
      </p>
      <ClientMessages rooms={["people.join", "people.signIn"]}>
        <RegisterForm
          action={registerAction}
          code={code}
          passwordHint={t("passwordHint", { minimum: passwordMinimum("student") })}
        />
      </ClientMessages>
    </PublicShell>
  )
}

async function JoinAsStudent({ viewer, code }: { viewer: Viewer; code: string }) {
  const t = await getTranslations("people.join")
  const classes = await loadMyClasses(viewer)
  return (
    <StudentShell personId={viewer.userId} name={viewer.displayName} demonstration={viewer.demonstration}>
      <div className="max-w-form">
        <PageHeading title={t("title")} lead={t("lead")} />
        <div className="mb-8">
          <ClientMessages rooms={["people.join"]}>
            <JoinForm action={joinAction} code={code} />
          </ClientMessages>
        </div>
        {classes.length > 0 && (
          <Section title={t("yourClasses")}>
            <ul className="grid">
              {classes.map((room) => (
                <li
                  key={room.classId}
                  className="flex flex-wrap justify-between gap-x-4 border-rule border-b py-2"
                >
                  <span dir="auto" className="font-medium">
                    {room.name}
                  </span>
                  <span className="text-13 text-ink-2 leading-6">
                    {room.state === "active" ? t("in") : t("waiting", { teachers: room.teachers.join(", ") })}
                  </span>
                </li>
              ))}
            </ul>
          </Section>
        )}
      </div>
    </StudentShell>
  )
}

async function NotForStaff({ viewer }: { viewer: Viewer }) {
  const t = await getTranslations("people.join")
  return (
    <PublicShell schoolName={viewer.school.name}>
      <PageHeading title={t("staffTitle")} lead={t("staffWhat", { name: viewer.displayName })} />
      <ButtonLink href="/teach/classes" variant="main">
        {t("staffAct")}
      </ButtonLink>
    </PublicShell>
  )
}
