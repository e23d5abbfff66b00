import type { Metadata } from "next"
import { redirect } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { signInAction } from "@/app/sign-in/actions"
import { errorSentence } from "@/app/sign-in/error-sentence"
import { ProviderSignIn } from "@/components/people/provider-sign-in"
import { SignInForm } from "@/components/people/sign-in-form"
import { PublicShell } from "@/components/shell/public-shell"
import { ClientMessages } from "@/components/ui/client-messages"
import { Notice } from "@/components/ui/notice"
import { PageHeading } from "@/components/ui/page-heading"
import { TextLink } from "@/components/ui/text-link"
import { homePathOf } from "@/lib/access/home-path"
import { returnPath } from "@/lib/access/return-path"
import { loadSchoolName } from "@/lib/classroom/server/load-school"
import { oidcSettings } from "@/lib/platform/environment"
import { loadViewer } from "@/lib/platform/session"

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people.signIn"))("title") }
}

type SignInProps = {
  searchParams: Promise<{ next?: string | string[]; out?: string; error?: string | string[] }>
}

/** Where everybody comes in. */
export default async function SignIn({ searchParams }: SignInProps) {
  const { next: asked, out, error } = await searchParams
  const next = returnPath(asked)
  const viewer = await loadViewer()
  if (viewer) redirect(next ?? homePathOf(viewer.role))
  const oidc = oidcSettings()
  const schoolName = await loadSchoolName()
  const t = await getTranslations("people.signIn")
  if (!schoolName)
    return (
      <PublicShell>
        <PageHeading title={t("notSetUp")} lead={t("notSetUpWhat")} />
      </PublicShell>
    )
  return (
    <PublicShell schoolName={schoolName}>
      <PageHeading title={t("title")} />
      <div className="grid gap-5">
        {out !== undefined && <Notice kind="success">{t("signedOut")}</Notice>}
        {error !== undefined && <Notice kind="error">{await errorSentence(error)}</Notice>}
        <ClientMessages rooms={["people.signIn"]}>
          {oidc && <ProviderSignIn provider={oidc.name} next={next} />}
          <SignInForm action={signInAction} next={next} />
        </ClientMessages>
        <div className="mt-3 grid gap-3 border-rule border-t pt-5 text-ink-2">
          <p>
            {t("haveCode")} <TextLink href="/join">{t("joinLink")}</TextLink>
          </p>
          <p className="text-13">{t("forgotten")}</p>
        </div>
      </div>
    </PublicShell>
  )
}
