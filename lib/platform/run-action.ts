import "server-only"
import { headers } from "next/headers"
import { unstable_rethrow } from "next/navigation"
import { getTranslations } from "next-intl/server"
import type { z } from "zod"
import type { Decision, Refusal } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import { now } from "@/lib/platform/clock"
import { reportBug } from "@/lib/platform/log"
import { passingRefusal } from "@/lib/platform/passing-refusal"
import { refusalMessage } from "@/lib/platform/refusal-message"
import { sameOrigin } from "@/lib/platform/same-origin"
import { loadViewer } from "@/lib/platform/session"
import { storable } from "@/lib/platform/storable"
import { beginAction } from "@/lib/platform/telemetry/request-context"

export type ActionResult<T> =
  | { ok: true; value: T }
  | { ok: false; code: string; message: string; field?: string }

export type UseCase<I, O> = (viewer: Viewer, input: I, now: Date) => Promise<Decision<O>>

type Options = {
  /** Also for whoever has to choose a password of their own first. */
  beforeOwnPassword?: boolean
}

/**
 * A server action around a use case: origin, shape, session, refusal as a translated value, bug under an id.
 * Next compares hosts itself, but lets a request without an origin through, and one of another scheme.
 */
export function runAction<I, O>(schema: z.ZodType<I>, perform: UseCase<I, O>, options: Options = {}) {
  return async (input: unknown): Promise<ActionResult<O>> => {
    beginAction()
    try {
      if (!sameOrigin(await headers())) return refused({ kind: "forbidden", code: "common.foreignOrigin" })
      const parsed = schema.safeParse(storable(input))
      if (!parsed.success) return refused(shapeRefusal(parsed.error))
      const viewer = await loadViewer()
      if (!viewer) return refused({ kind: "unauthenticated", code: "common.signedOut" })
      if (viewer.mustChangePassword && !options.beforeOwnPassword)
        return refused({ kind: "forbidden", code: "common.passwordFirst" })
      const decision = await perform(viewer, parsed.data, now())
      return decision.ok ? decision : refused(decision.refusal)
    } catch (error) {
      unstable_rethrow(error)
      const passing = passingRefusal(error, perform.name)
      if (passing) return refused(passing)
      const translate = await getTranslations("common")
      return { ok: false, code: "bug", message: translate("bug", { id: reportBug(error, perform.name) }) }
    }
  }
}

async function refused(refusal: Refusal): Promise<ActionResult<never>> {
  return { ok: false, code: refusal.code, message: await refusalMessage(refusal), field: refusal.field }
}

function shapeRefusal(error: z.ZodError): Refusal {
  const field = error.issues[0]?.path.join(".")
  return { kind: "invalid", code: "common.shape", params: { field: field || "?" }, field }
}
