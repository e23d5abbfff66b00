"use server"

import { redirect } from "next/navigation"
import { finishSignIn } from "@/app/sign-in/finish-sign-in"
import { signInInput } from "@/lib/classroom/input"
import { signIn } from "@/lib/classroom/server/sign-in"
import { runPublicAction } from "@/lib/platform/run-public-action"

export const signInAction = runPublicAction(signInInput, signIn, async (signedIn, { next }) => {
  redirect(await finishSignIn(signedIn, next))
})
