"use server"

import { redirect } from "next/navigation"
import { finishSignIn } from "@/app/sign-in/finish-sign-in"
import { setUpInput } from "@/lib/classroom/input"
import { setUpSchool } from "@/lib/classroom/server/set-up-school"
import { runPublicAction } from "@/lib/platform/run-public-action"

export const setUpAction = runPublicAction(setUpInput, setUpSchool, async (signedIn) => {
  await finishSignIn(signedIn)
  redirect("/admin/people")
})
