import "server-only"
import { randomBytes } from "node:crypto"
import { renderSVG } from "uqr"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type {
  BeginSecondFactorInput,
  ConfirmSecondFactorInput,
  EndSecondFactorInput,
} from "@/lib/classroom/input"
import { keyUri, matchStep, SECRET_BYTES, toBase32 } from "@/lib/classroom/one-time-code"
import {
  hashRecoveryCode,
  makeRecoveryCode,
  RECOVERY_CODE_BYTES,
  RECOVERY_CODES,
  readRecoveryCode,
} from "@/lib/classroom/recovery-code"
import { checkOwnPassword } from "@/lib/classroom/server/check-own-password"
import { checkSecondStep } from "@/lib/classroom/server/check-second-step"
import { openSecret, sealSecret } from "@/lib/classroom/server/factor-secret"
import { countGuess, forgetGuesses } from "@/lib/classroom/server/limit-guesses"
import { endSessionsOf } from "@/lib/classroom/server/sessions"
import { database, type Transaction } from "@/lib/platform/database"
import { factorKey } from "@/lib/platform/environment"
import { appendEvent } from "@/lib/platform/events"

/** Shown once: the secret as letters to type, and the picture of a QR code (SVG) that holds the same. */
export type NewSecret = { secret: string; qrCode: string }

/** Shown once, and kept nowhere in this form. */
export type NewRecoveryCodes = { recoveryCodes: string[] }

/** Makes a secret for an authenticator app. Not in force before a first code proves that the app has it. */
export async function beginSecondFactor(
  viewer: Viewer,
  input: BeginSecondFactorInput,
  now: Date,
): Promise<Decision<NewSecret>> {
  if (viewer.role === "student") return refuse("forbidden", "people.secondStepStaffOnly")
  const { passwordHash, secondFactor } = await loadFactor(viewer)
  if (secondFactor?.confirmedAt) return refuse("conflict", "people.secondStepOn")
  const known = await checkOwnPassword(viewer.userId, passwordHash, input.current)
  if (!known.ok) return known
  const made = randomBytes(SECRET_BYTES)
  const secret = sealSecret(made, viewer.userId)
  // Never over one that came into force meanwhile, on another page.
  await database().secondFactor.deleteMany({ where: { userId: viewer.userId, confirmedAt: null } })
  await database().secondFactor.createMany({
    data: { userId: viewer.userId, secret, createdAt: now },
    skipDuplicates: true,
  })
  const uri = keyUri(made, { school: viewer.school.name, userName: viewer.userName })
  return allow({ secret: toBase32(made), qrCode: renderSVG(uri, { border: 4, pixelSize: 4 }) })
}

/** Puts the second step into force, signs every other device out, and hands out recovery codes. */
export async function confirmSecondFactor(
  viewer: Viewer,
  input: ConfirmSecondFactorInput,
  now: Date,
): Promise<Decision<NewRecoveryCodes>> {
  const { secondFactor } = await loadFactor(viewer)
  if (!secondFactor) return refuse("conflict", "people.secondStepNotBegun")
  if (secondFactor.confirmedAt) return refuse("conflict", "people.secondStepOn")
  const counted = await countGuess("secondStep", viewer.userId)
  if (!counted.ok) return counted
  const secret = openSecret(secondFactor.secret, viewer.userId)
  const step = matchStep(secret, input.code, { now, lastStep: 0 })
  if (step === null) return refuse("invalid", "people.secondStepWrong", { field: "code" })
  await forgetGuesses("secondStep", viewer.userId)
  const recoveryCodes = Array.from({ length: RECOVERY_CODES }, () =>
    makeRecoveryCode(randomBytes(RECOVERY_CODE_BYTES)),
  )
  const isFirst = await database().$transaction((tx) =>
    putIntoForce(tx, viewer, { step, now, recoveryCodes, secret: secondFactor.secret }),
  )
  return isFirst ? allow({ recoveryCodes }) : refuse("conflict", "people.secondStepOn")
}

type Force = { step: number; now: Date; recoveryCodes: string[]; secret: Uint8Array }

/** False where another press did it first, or the secret is another one by now: its codes are not the ones to hand out. */
async function putIntoForce(tx: Transaction, viewer: Viewer, force: Force): Promise<boolean> {
  const { userId, sessionId } = viewer
  const waiting = { userId, confirmedAt: null, secret: new Uint8Array(force.secret) }
  const data = { confirmedAt: force.now, lastStep: force.step }
  if ((await tx.secondFactor.updateMany({ where: waiting, data })).count !== 1) return false
  await tx.recoveryCode.deleteMany({ where: { userId } })
  await tx.recoveryCode.createMany({
    data: force.recoveryCodes.map((code) => ({ userId, codeHash: storedForm(code, userId) })),
  })
  await endSessionsOf(tx, userId, sessionId)
  await appendEvent(tx, { kind: "people.secondFactorOn", actorId: userId, subjectId: userId })
  return true
}

const storedForm = (code: string, userId: string) =>
  new Uint8Array(hashRecoveryCode(readRecoveryCode(code) ?? "", userId, factorKey()))

/** Switches the second step off, for whoever knows the password and has a code. */
export async function endSecondFactor(
  viewer: Viewer,
  input: EndSecondFactorInput,
  now: Date,
): Promise<Decision<null>> {
  const { passwordHash, secondFactor } = await loadFactor(viewer)
  if (!secondFactor?.confirmedAt) return refuse("conflict", "people.secondStepOff")
  const known = await checkOwnPassword(viewer.userId, passwordHash, input.current)
  if (!known.ok) return known
  const passed = await checkSecondStep(viewer.userId, secondFactor, input.code, now)
  if (!passed.ok) return passed
  await database().$transaction(async (tx) => {
    await tx.secondFactor.deleteMany({ where: { userId: viewer.userId } })
    await tx.recoveryCode.deleteMany({ where: { userId: viewer.userId } })
    await appendEvent(tx, {
      kind: "people.secondFactorOff",
      actorId: viewer.userId,
      subjectId: viewer.userId,
    })
  })
  return allow(null)
}

const loadFactor = (viewer: Viewer) =>
  database().user.findUniqueOrThrow({
    where: { id: viewer.userId },
    relationLoadStrategy: "join",
    select: {
      passwordHash: true,
      secondFactor: { select: { secret: true, lastStep: true, confirmedAt: true } },
    },
  })
