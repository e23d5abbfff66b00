"use server"

import { refresh } from "next/cache"
import { redirect } from "next/navigation"
import { homePathOf } from "@/lib/access/home-path"
import { allow, type Decision } from "@/lib/access/refusal"
import { returnPath } from "@/lib/access/return-path"
import type { Viewer } from "@/lib/access/viewer"
import {
  beginSecondFactorInput,
  type ChangePasswordInput,
  changePasswordInput,
  confirmSecondFactorInput,
  endSecondFactorInput,
  nothingInput,
} from "@/lib/classroom/input"
import { changePassword } from "@/lib/classroom/server/change-password"
import { beginSecondFactor, confirmSecondFactor, endSecondFactor } from "@/lib/classroom/server/second-factor"
import { signOutEverywhere } from "@/lib/classroom/server/sign-out-everywhere"
import { refreshing } from "@/lib/platform/refreshing"
import { runAction } from "@/lib/platform/run-action"
import { clearSignInCookie, writeSignInCookie } from "@/lib/platform/sign-in-cookies"

async function changeAndKeep(viewer: Viewer, input: ChangePasswordInput, now: Date): Promise<Decision<null>> {
  const changed = await changePassword(viewer, input, now)
  if (!changed.ok) return changed
  await writeSignInCookie({ userId: viewer.userId, ...changed.value }, now)
  if (viewer.mustChangePassword) redirect(returnPath(input.next) ?? homePathOf(viewer.role))
  refresh()
  return allow(null)
}

export const changePasswordAction = runAction(changePasswordInput, changeAndKeep)

export const beginSecondFactorAction = runAction(beginSecondFactorInput, beginSecondFactor)
// The page is brought again only once the recovery codes were seen: they are shown once.
export const confirmSecondFactorAction = runAction(confirmSecondFactorInput, confirmSecondFactor)
export const endSecondFactorAction = refreshing(runAction(endSecondFactorInput, endSecondFactor))

export async function showAccountAgain(): Promise<void> {
  refresh()
}

async function leaveEverywhere(viewer: Viewer): Promise<Decision<null>> {
  await signOutEverywhere(viewer)
  await clearSignInCookie()
  redirect("/sign-in?out")
}

export const signOutEverywhereAction = runAction(nothingInput, leaveEverywhere)
