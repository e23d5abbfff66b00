import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import * as actions from "@/app/account/actions"
import { ProviderNotice } from "@/app/account/provider-notice"
import { OwnPage } from "@/app/own-page"
import { AccountView } from "@/components/people/account-view"
import { LinkedProvider } from "@/components/people/linked-provider"
import { PasswordForm } from "@/components/people/password-form"
import { SecondFactor } from "@/components/people/second-factor"
import { SignOutEverywhere } from "@/components/people/sign-out-everywhere"
import { ClientMessages } from "@/components/ui/client-messages"
import { passwordMinimum } from "@/lib/classroom/password"
import { loadAccount } from "@/lib/classroom/server/load-account"
import { formatInstant } from "@/lib/lesson/school-time"
import { now } from "@/lib/platform/clock"
import { oidcSettings } from "@/lib/platform/environment"
import { requireViewer } from "@/lib/platform/session"

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people.account"))("title") }
}

type AccountProps = { searchParams: Promise<{ linked?: string; error?: string | string[] }> }

/** A person's own account. */
export default async function Account({ searchParams }: AccountProps) {
  const viewer = await requireViewer(undefined, "/account")
  const account = await loadAccount(viewer, now())
  const join = await getTranslations("people.join")
  const devices = account.devices.map((device) => ({
    ...device,
    since: formatInstant(device.since, viewer.school),
  }))
  const secondFactor = {
    state: account.secondFactor && {
      ...account.secondFactor,
      since: formatInstant(account.secondFactor.since, viewer.school),
    },
    begin: actions.beginSecondFactorAction,
    confirm: actions.confirmSecondFactorAction,
    end: actions.endSecondFactorAction,
    onSeen: actions.showAccountAgain,
  }
  const oidc = oidcSettings()
  const link = {
    linked: oidc !== null && account.providers.includes(oidc.issuer),
    secondStep: account.secondFactor !== null,
    begin: actions.beginLinkAction,
    unlink: actions.unlinkAction,
  }
  return (
    <OwnPage viewer={viewer} here="account">
      <ClientMessages
        rooms={["people.account", "people.provider", "quiz.outbox", "people.secondFactor", "people.signIn"]}
      >
        <ProviderNotice {...(await searchParams)} />
        <AccountView
          person={{ ...viewer, email: account.email }}
          devices={devices}
          accommodation={account.accommodation}
          passwordForm={
            <PasswordForm
              action={actions.changePasswordAction}
              userName={viewer.userName}
              hint={join("passwordHint", { minimum: passwordMinimum(viewer.role) })}
            />
          }
          secondFactor={viewer.role !== "student" && <SecondFactor {...secondFactor} />}
          provider={oidc && <LinkedProvider provider={oidc.name} {...link} />}
          signOutEverywhere={
            <SignOutEverywhere personId={viewer.userId} action={actions.signOutEverywhereAction} />
          }
        />
      </ClientMessages>
    </OwnPage>
  )
}
