"use server"

import { redirect } from "next/navigation"
import { finishSignIn } from "@/app/sign-in/finish-sign-in"
import { joinClassInput, registerInput } from "@/lib/classroom/input"
import { joinClass } from "@/lib/classroom/server/join-class"
import { registerWithCode } from "@/lib/classroom/server/register-with-code"
import { refreshing } from "@/lib/platform/refreshing"
import { runAction } from "@/lib/platform/run-action"
import { runPublicAction } from "@/lib/platform/run-public-action"

export const joinAction = refreshing(runAction(joinClassInput, joinClass))

export const registerAction = runPublicAction(registerInput, registerWithCode, async (signedIn) => {
  redirect(await finishSignIn(signedIn))
})
