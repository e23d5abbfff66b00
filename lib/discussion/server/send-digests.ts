import "server-only"
import { isDigestDue } from "@/lib/discussion/notices/digest-due"
import {
  claimDigest,
  keepDigestFailed,
  keepDigestSent,
  loadDigestLines,
  loadWaiting,
  type Waiting,
} from "@/lib/discussion/server/digest-store"
import { writeDigest } from "@/lib/discussion/server/write-digest"
import { mailSettings } from "@/lib/platform/environment"
import { reportBug } from "@/lib/platform/log"
import { sendMail } from "@/lib/platform/mail"

export type SentDigests = { sent: number; failed: number }

/**
 * Sends the mails of the day that are due: one a person and day, however many processes try. Whoever dies between
 * claiming and sending sends nothing that day: what was to be told is told the day after.
 */
export async function sendDigests(now: Date): Promise<SentDigests> {
  const done = { sent: 0, failed: 0 }
  const settings = mailSettings()
  if (!settings) return done
  for (const person of (await loadWaiting(now)).filter(isDigestDue)) {
    const outcome = await sendOne(person, settings.address, now)
    if (outcome) done[outcome] += 1
  }
  return done
}

async function sendOne(person: Waiting, address: string, now: Date): Promise<keyof SentDigests | null> {
  const lines = await loadDigestLines(person.userId, now)
  if (lines.length === 0) return null
  const claim = { userId: person.userId, day: person.day, now }
  const unsubscribeToken = await claimDigest(claim)
  if (!unsubscribeToken) return null
  const { email: to, displayName: name, schoolName, locale } = person
  try {
    await sendMail(writeDigest({ to, name, schoolName, locale, address, unsubscribeToken, lines }))
  } catch (error) {
    reportBug(error, "digest")
    await keepDigestFailed(claim)
    return "failed"
  }
  await keepDigestSent(
    claim,
    lines.flatMap(({ ids }) => ids),
  )
  return "sent"
}
