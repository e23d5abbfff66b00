import "server-only"
import { allow, type Decision } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { SaveNoticeSettingsInput } from "@/lib/discussion/input"
import {
  decideNoticeSettings,
  FIRST_NOTICE_SETTINGS,
  type NoticeSettings,
} from "@/lib/discussion/notices/notice-settings"
import { database } from "@/lib/platform/database"
import type { Prisma } from "@/lib/platform/generated/client"
import { newRandomId } from "@/lib/platform/ids"

/** How the viewer wants to be told, and the address that mails would go to. One trip. */
export async function loadNoticeSettings(
  viewer: Viewer,
): Promise<{ settings: NoticeSettings; email: string | null }> {
  const user = await database().user.findUniqueOrThrow({
    where: { id: viewer.userId },
    select: { email: true, noticeSettings: true },
    relationLoadStrategy: "join",
  })
  return { settings: settingsOf(user.noticeSettings), email: user.email }
}

type Row = Omit<Prisma.NoticeSettingsGetPayload<object>, "userId" | "unsubscribeToken">

function settingsOf(row: Row | null): NoticeSettings {
  if (!row) return FIRST_NOTICE_SETTINGS
  const { mutedInApp, mutedByMail, digestAt, quietFrom, quietTo, unsubscribedAt } = row
  const quiet = quietFrom === null || quietTo === null ? null : { from: quietFrom, to: quietTo }
  return { mutedInApp, mutedByMail, digestAt, quiet, mails: unsubscribedAt === null }
}

/** Keeps how the viewer wants to be told: their own choice alone. */
export async function saveNoticeSettings(
  viewer: Viewer,
  input: SaveNoticeSettingsInput,
  now: Date,
): Promise<Decision<null>> {
  const decision = decideNoticeSettings(input)
  if (!decision.ok) return decision
  const { mails, quiet, mutedInApp, mutedByMail, digestAt } = decision.value
  const data = {
    mutedInApp: [...mutedInApp],
    mutedByMail: [...mutedByMail],
    digestAt,
    quietFrom: quiet?.from ?? null,
    quietTo: quiet?.to ?? null,
    unsubscribedAt: mails ? null : now,
  }
  const { userId } = viewer
  await database().noticeSettings.upsert({
    where: { userId },
    create: { userId, unsubscribeToken: newRandomId(), ...data },
    update: data,
  })
  return allow(null)
}

/** Ends the mails to whoever a link was made for. Nobody need be signed in; a link that is unknown ends nothing. */
export async function unsubscribe(token: string, now: Date): Promise<boolean> {
  const where = { unsubscribeToken: token }
  const { count } = await database().noticeSettings.updateMany({ where, data: { unsubscribedAt: now } })
  return count > 0
}
