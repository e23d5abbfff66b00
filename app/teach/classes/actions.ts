"use server"

import { redirect } from "next/navigation"
import type { Decision } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import { type CreateClassInput, createClassInput } from "@/lib/classroom/input"
import { createClass } from "@/lib/classroom/server/create-class"
import { runAction } from "@/lib/platform/run-action"

async function createAndOpen(viewer: Viewer, input: CreateClassInput): Promise<Decision<never>> {
  const created = await createClass(viewer, input)
  if (!created.ok) return created
  redirect(`/teach/classes/${created.value.publicId}`)
}

export const createClassAction = runAction(createClassInput, createAndOpen)
