import type { ActionResult } from "@/components/ui/action-form"
import type { SignInSlip } from "@/lib/classroom/sign-in-slip"

type Action<T> = (input: unknown) => Promise<ActionResult<T>>

/** What can be done on a class's page; the page hands the actions in. */
export type ClassActions = {
  letIn: Action<unknown>
  decline: Action<unknown>
  remove: Action<unknown>
  resetPassword: Action<SignInSlip>
  rotateCode: Action<unknown>
  joinRules: Action<unknown>
  rename: Action<unknown>
  copy: Action<unknown>
  archive: Action<unknown>
  restore: Action<unknown>
  addStaff: Action<unknown>
}

/** The class, as far as its parts need it. */
export type ClassView = {
  classId: string
  publicId: string
  name: string
  archived: boolean
  joinCode: string | null
  joinLocked: boolean
  joinNeedsApproval: boolean
  may: {
    edit: boolean
    archive: boolean
    removeStaff: boolean
    resetPasswords: boolean
    seeAccommodations: boolean
    seeResults: boolean
    export: boolean
  }
}
