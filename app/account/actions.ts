"use server"

import { refresh } from "next/cache"
import { redirect } from "next/navigation"
import { homePathOf } from "@/lib/access/home-path"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import { returnPath } from "@/lib/access/return-path"
import type { Viewer } from "@/lib/access/viewer"
import {
  type BeginLinkInput,
  beginLinkInput,
  beginSecondFactorInput,
  type ChangePasswordInput,
  changePasswordInput,
  confirmSecondFactorInput,
  endSecondFactorInput,
  nothingInput,
  type UnlinkInput,
  unlinkInput,
} from "@/lib/classroom/input"
import { changePassword } from "@/lib/classroom/server/change-password"
import { beginLink, unlinkIdentity } from "@/lib/classroom/server/identities"
import { beginSecondFactor, confirmSecondFactor, endSecondFactor } from "@/lib/classroom/server/second-factor"
import { signOutEverywhere } from "@/lib/classroom/server/sign-out-everywhere"
import { oidcSettings } from "@/lib/platform/environment"
import { writeLinkCookie } from "@/lib/platform/link-cookie"
import { refreshing } from "@/lib/platform/refreshing"
import { runAction } from "@/lib/platform/run-action"
import { clearSignInCookie, isSecure, writeSignInCookie } from "@/lib/platform/sign-in-cookies"
import { beginAction } from "@/lib/platform/telemetry/request-context"

async function changeAndKeep(viewer: Viewer, input: ChangePasswordInput, now: Date): Promise<Decision<null>> {
  const changed = await changePassword(viewer, input, now)
  if (!changed.ok) return changed
  await writeSignInCookie({ userId: viewer.userId, ...changed.value }, now)
  if (viewer.mustChangePassword) redirect(returnPath(input.next) ?? homePathOf(viewer.role))
  refresh()
  return allow(null)
}

export const changePasswordAction = runAction(changePasswordInput, changeAndKeep, {
  beforeOwnPassword: true,
})

export const beginSecondFactorAction = runAction(beginSecondFactorInput, beginSecondFactor)
// The page is brought again only once the recovery codes were seen: they are shown once.
export const confirmSecondFactorAction = runAction(confirmSecondFactorInput, confirmSecondFactor)
export const endSecondFactorAction = refreshing(runAction(endSecondFactorInput, endSecondFactor))

export async function showAccountAgain(): Promise<void> {
  beginAction()
  refresh()
}

async function rememberLink(viewer: Viewer, input: BeginLinkInput, now: Date): Promise<Decision<null>> {
  if (!oidcSettings()) return refuse("conflict", "people.noProvider")
  const begun = await beginLink(viewer, input, now)
  if (!begun.ok) return begun
  await writeLinkCookie(begun.value.sessionId, await isSecure())
  return allow(null)
}

async function unlinkProvider(viewer: Viewer, input: UnlinkInput, now: Date): Promise<Decision<null>> {
  const provider = oidcSettings()?.issuer
  return provider
    ? unlinkIdentity(viewer, { ...input, provider }, now)
    : refuse("conflict", "people.noProvider")
}

export const beginLinkAction = runAction(beginLinkInput, rememberLink)
export const unlinkAction = refreshing(runAction(unlinkInput, unlinkProvider))

async function leaveEverywhere(viewer: Viewer): Promise<Decision<null>> {
  await signOutEverywhere(viewer)
  await clearSignInCookie()
  redirect("/sign-in?out")
}

export const signOutEverywhereAction = runAction(nothingInput, leaveEverywhere, { beforeOwnPassword: true })
