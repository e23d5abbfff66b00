import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import { setUpAction } from "@/app/set-up/[token]/actions"
import { SetUpForm } from "@/components/people/set-up-form"
import { PublicShell } from "@/components/shell/public-shell"
import { ButtonLink } from "@/components/ui/button"
import { ClientMessages } from "@/components/ui/client-messages"
import { DeadEnd } from "@/components/ui/dead-end"
import { PageHeading } from "@/components/ui/page-heading"
import { passwordMinimum } from "@/lib/classroom/password"
import { isSetupLinkOpen } from "@/lib/classroom/server/set-up-school"
import { timeZones } from "@/lib/classroom/time-zone"
import { now } from "@/lib/platform/clock"

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people.setUp"))("title"), referrer: "no-referrer" }
}

/** The first page anybody sees of a real school: behind a link that works once. */
export default async function SetUp({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const t = await getTranslations("people.setUp")
  if (!(await isSetupLinkOpen(token, now())))
    return (
      <PublicShell>
        <DeadEnd
          title={t("closed")}
          what={t("closedWhat")}
          safe={t("closedSafe")}
          next={t("closedNext")}
          acts={
            <ButtonLink href="/sign-in" variant="main">
              {t("signIn")}
            </ButtonLink>
          }
        />
      </PublicShell>
    )
  const join = await getTranslations("people.join")
  return (
    <PublicShell>
      <PageHeading title={t("title")} lead={t("lead")} />
      <ClientMessages rooms={["people.setUp", "people.signIn"]}>
        <SetUpForm
          action={setUpAction}
          token={token}
          zones={timeZones()}
          passwordHint={join("passwordHint", { minimum: passwordMinimum("administrator") })}
        />
      </ClientMessages>
    </PublicShell>
  )
}
