import "server-only"
import { cookies, headers } from "next/headers"
import { unstable_rethrow } from "next/navigation"
import { getTranslations } from "next-intl/server"
import type { z } from "zod"
import { type Decision, type Refusal, refuse } from "@/lib/access/refusal"
import { now } from "@/lib/platform/clock"
import { reportBug } from "@/lib/platform/log"
import { passingRefusal } from "@/lib/platform/passing-refusal"
import { refusalMessage } from "@/lib/platform/refusal-message"
import type { ActionResult } from "@/lib/platform/run-action"
import { sameOrigin } from "@/lib/platform/same-origin"
import { storable } from "@/lib/platform/storable"
import { beginAction } from "@/lib/platform/telemetry/request-context"

/** What is known of somebody who is not signed in. */
export type Caller = {
  /** The `User-Agent` header. */
  userAgent: string | null
  /** The cookie of accounts this device has signed in to. */
  deviceMarks: string | undefined
}

export const DEVICE_COOKIE = "colloquy-device"

export type PublicUseCase<I, O> = (caller: Caller, input: I, now: Date) => Promise<Decision<O>>

/**
 * A server action for people without a session: signing in, joining with a code, setting up. Strict about the origin, because
 * signing somebody in as somebody else is an attack too. `finish` writes cookies or leads on when it went well.
 */
export function runPublicAction<I, O, R>(
  schema: z.ZodType<I>,
  perform: PublicUseCase<I, O>,
  finish: (value: O, input: I) => Promise<R>,
) {
  return async (input: unknown): Promise<ActionResult<R>> => {
    beginAction()
    try {
      if (!sameOrigin(await headers())) return refused({ kind: "forbidden", code: "common.foreignOrigin" })
      const parsed = schema.safeParse(storable(input))
      if (!parsed.success) return refused(shapeOf(parsed.error))
      const decision = await perform(await callerOf(), parsed.data, now())
      return decision.ok
        ? { ok: true, value: await finish(decision.value, parsed.data) }
        : refused(decision.refusal)
    } catch (error) {
      unstable_rethrow(error)
      const passing = passingRefusal(error, perform.name)
      if (passing) return refused(passing)
      const translate = await getTranslations("common")
      return { ok: false, code: "bug", message: translate("bug", { id: reportBug(error, perform.name) }) }
    }
  }
}

async function callerOf(): Promise<Caller> {
  const userAgent = (await headers()).get("user-agent")
  return { userAgent, deviceMarks: (await cookies()).get(DEVICE_COOKIE)?.value }
}

async function refused(refusal: Refusal): Promise<ActionResult<never>> {
  return { ok: false, code: refusal.code, message: await refusalMessage(refusal), field: refusal.field }
}

function shapeOf(error: z.ZodError): Refusal {
  const field = error.issues[0]?.path.join(".") || "?"
  return refuse("invalid", "common.shape", { params: { field }, field }).refusal
}
