import { z } from "zod"
import { ACCOMMODATION_MOST } from "./accommodation"
import { ROSTER_BYTES_MAX } from "./decode-table"
import { PASSWORD_MAX } from "./password"
import { tidyName } from "./roster-list"
import { normaliseUserName } from "./user-name"

// Shapes at the door, bounded and tidied; what a value means is for the rules, which answer in a sentence.
// A role is read in two places only: where an administrator makes a person, and where a teacher adds staff to a class.

const id = z.uuid()
const password = z.string().max(PASSWORD_MAX)
const name = z.string().max(300).transform(tidyName)
const userName = z.string().max(100).transform(normaliseUserName)
const email = z
  .string()
  .max(254)
  .transform(normaliseUserName)
  .transform((typed) => typed || undefined)
  .optional()
const optionalUserName = userName.transform((typed) => typed || undefined).optional()
const code = z.string().max(40)
const secondCode = z.string().max(60)
const timeZone = z.string().max(64)

export const signInInput = z.strictObject({
  /** User name or email address, as typed. */
  name: z.string().max(254),
  password,
  /** Of the second step, where one is on: an app's code or a recovery code. */
  code: secondCode.optional(),
  /** Stay signed in on this device; else until the browser closes, half a day at most. */
  stay: z.boolean().default(false),
  /** Where to go afterwards. Only a path of this site is followed. */
  next: z.string().max(2000).optional(),
})

export const setUpInput = z.strictObject({
  token: z.string().max(200),
  schoolName: name,
  timeZone,
  displayName: name,
  userName,
  password,
})

export const changePasswordInput = z.strictObject({
  current: password,
  password,
  next: z.string().max(2000).optional(),
})

export const beginSecondFactorInput = z.strictObject({ current: password })

export const confirmSecondFactorInput = z.strictObject({ code: secondCode })

export const endSecondFactorInput = z.strictObject({ current: password, code: secondCode })

/** `code`: where a second step is on. */
export const beginLinkInput = z.strictObject({ current: password, code: secondCode.optional() })

export const unlinkInput = beginLinkInput

/** For acts that need to be told nothing. */
export const nothingInput = z.strictObject({})

export const createPersonInput = z.strictObject({
  displayName: name,
  userName: optionalUserName,
  email,
  role: z.enum(["student", "assistant", "teacher", "administrator"]),
})

export const personInput = z.strictObject({ userId: id })

/** `typed`: the user name of whoever is erased, typed again. */
export const erasePersonInput = z.strictObject({ userId: id, typed: z.string().max(200) })

export const editSchoolInput = z.strictObject({ schoolName: name, timeZone })

export const createClassInput = z.strictObject({ className: name })

export const renameClassInput = z.strictObject({ classId: id, className: name })

export const copyClassInput = z.strictObject({ classId: id, className: name })

export const joinRulesInput = z.strictObject({
  classId: id,
  locked: z.boolean().default(false),
  needsApproval: z.boolean().default(false),
})

export const classInput = z.strictObject({ classId: id })

export const joinClassInput = z.strictObject({ code })

export const registerInput = z.strictObject({ code, displayName: name, userName, password })

export const pastedRosterInput = z.strictObject({ classId: id, pasted: z.string().max(100_000) })

/** A little more than is taken is let through, to be refused in a sentence that says how much is. */
export const rosterFileInput = z.strictObject({
  classId: id,
  file: z.instanceof(Blob).refine(({ size }) => size <= 2 * ROSTER_BYTES_MAX),
})

/** Of the plan that was looked at: see RosterPlan. */
const seal = z.string().max(100)

export const addPastedRosterInput = pastedRosterInput.extend({ seal })

export const addRosterFileInput = rosterFileInput.extend({ seal })

export const enrolmentInput = z.strictObject({ enrolmentId: id })

export const manyEnrolmentsInput = z.strictObject({
  classId: id,
  enrolmentIds: z.array(id).min(1).max(200),
})

/** A whole number of something that is granted. */
const granted = (most: number) => z.number().int().min(0).max(most)

export const setAccommodationInput = z.strictObject({
  classId: id,
  /** Of the class: those who get it, in place of what they had. */
  enrolmentIds: z.array(id).min(1).max(200),
  accommodation: z.strictObject({
    timeMultiplier: z
      .number()
      .min(1)
      .max(ACCOMMODATION_MOST.timeMultiplier)
      .transform((typed) => Math.round(typed * 100) / 100),
    extraMinutes: granted(ACCOMMODATION_MOST.extraMinutes),
    noTimeLimit: z.boolean(),
    extraAttempts: granted(ACCOMMODATION_MOST.extraAttempts),
    extraDays: granted(ACCOMMODATION_MOST.extraDays),
    readAloud: z.boolean(),
    largerType: z.boolean(),
  }),
})

export const addStaffInput = z.strictObject({
  classId: id,
  /** User name or email address of somebody the school already has. */
  name: z.string().max(254),
  role: z.enum(["assistant", "teacher"]),
})

export type SignInInput = z.infer<typeof signInInput>
export type SetUpInput = z.infer<typeof setUpInput>
export type ChangePasswordInput = z.infer<typeof changePasswordInput>
export type BeginSecondFactorInput = z.infer<typeof beginSecondFactorInput>
export type ConfirmSecondFactorInput = z.infer<typeof confirmSecondFactorInput>
export type EndSecondFactorInput = z.infer<typeof endSecondFactorInput>
export type BeginLinkInput = z.infer<typeof beginLinkInput>
export type UnlinkInput = BeginLinkInput
export type CreatePersonInput = z.infer<typeof createPersonInput>
export type PersonInput = z.infer<typeof personInput>
export type ErasePersonInput = z.infer<typeof erasePersonInput>
export type EditSchoolInput = z.infer<typeof editSchoolInput>
export type CreateClassInput = z.infer<typeof createClassInput>
export type RenameClassInput = z.infer<typeof renameClassInput>
export type CopyClassInput = z.infer<typeof copyClassInput>
export type JoinRulesInput = z.infer<typeof joinRulesInput>
export type ClassInput = z.infer<typeof classInput>
export type JoinClassInput = z.infer<typeof joinClassInput>
export type RegisterInput = z.infer<typeof registerInput>
export type PastedRosterInput = z.infer<typeof pastedRosterInput>
export type RosterFileInput = z.infer<typeof rosterFileInput>
export type AddPastedRosterInput = z.infer<typeof addPastedRosterInput>
export type AddRosterFileInput = z.infer<typeof addRosterFileInput>
export type EnrolmentInput = z.infer<typeof enrolmentInput>
export type ManyEnrolmentsInput = z.infer<typeof manyEnrolmentsInput>
export type SetAccommodationInput = z.infer<typeof setAccommodationInput>
export type AddStaffInput = z.infer<typeof addStaffInput>
