import type { Metadata } from "next"
import { redirect } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { changePasswordAction } from "@/app/account/actions"
import { FirstPasswordForm } from "@/components/people/password-form"
import { PublicShell } from "@/components/shell/public-shell"
import { ClientMessages } from "@/components/ui/client-messages"
import { PageHeading } from "@/components/ui/page-heading"
import { returnPath } from "@/lib/access/return-path"
import { passwordMinimum } from "@/lib/classroom/password"
import { loadViewer } from "@/lib/platform/session"

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people.firstPassword"))("title") }
}

/** Comes before every other page for somebody whose password was handed out. */
export default async function FirstPassword({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[] }>
}) {
  const next = returnPath((await searchParams).next)
  const viewer = await loadViewer()
  if (!viewer) redirect("/sign-in")
  if (!viewer.mustChangePassword) redirect("/account")
  const t = await getTranslations("people.firstPassword")
  const join = await getTranslations("people.join")
  return (
    <PublicShell schoolName={viewer.school.name}>
      <PageHeading title={t("title")} lead={t("lead")} />
      <ClientMessages rooms={["people.account", "people.firstPassword", "people.signIn"]}>
        <FirstPasswordForm
          action={changePasswordAction}
          userName={viewer.userName}
          hint={join("passwordHint", { minimum: passwordMinimum(viewer.role) })}
          next={next}
        />
      </ClientMessages>
      <form action="/sign-out" method="post" className="mt-8 border-rule border-t pt-5">
        <button type="submit" className="link min-h-6 rounded-mark">
          {t("signOut", { name: viewer.displayName })}
        </button>
      </form>
    </PublicShell>
  )
}
