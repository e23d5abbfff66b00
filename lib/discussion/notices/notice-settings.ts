import { allow, type Decision, refuse } from "@/lib/access/refusal"
import { type NoticeKind, noticeKinds } from "./notice-kinds"
import { minuteOf, type QuietHours } from "./quiet-hours"

/** How somebody wants to be told. Times are minutes from midnight in the school's zone. */
export type NoticeSettings = {
  mutedInApp: readonly NoticeKind[]
  mutedByMail: readonly NoticeKind[]
  /** One mail a day, where there is something to tell. */
  mails: boolean
  digestAt: number
  quiet: QuietHours | null
}

/** How everybody begins: told of everything, at five in the afternoon by mail. */
export const FIRST_NOTICE_SETTINGS: NoticeSettings = {
  mutedInApp: [],
  mutedByMail: [],
  mails: true,
  digestAt: 17 * 60,
  quiet: null,
}

/** As a person writes them: what they are told, and clock times; empty for no quiet hours. */
export type WrittenNoticeSettings = {
  inApp: readonly NoticeKind[]
  byMail: readonly NoticeKind[]
  mails: boolean
  digestAt: string
  quietFrom: string
  quietTo: string
}

const without = (told: readonly NoticeKind[]) => noticeKinds.filter((kind) => !told.includes(kind))

/** Says which field stands wrong. A kind that is not named is not told. */
export function decideNoticeSettings(written: WrittenNoticeSettings): Decision<NoticeSettings> {
  const digestAt = minuteOf(written.digestAt)
  if (digestAt === null) return refuse("invalid", "discussion.notATimeOfDay", { field: "digestAt" })
  const quiet = decideQuiet(written)
  if (!quiet.ok) return quiet
  const { mails, inApp, byMail } = written
  return allow({
    mutedInApp: without(inApp),
    mutedByMail: without(byMail),
    mails,
    digestAt,
    quiet: quiet.value,
  })
}

function decideQuiet({ quietFrom, quietTo }: WrittenNoticeSettings): Decision<QuietHours | null> {
  if (quietFrom === "" && quietTo === "") return allow(null)
  const [from, to] = [minuteOf(quietFrom), minuteOf(quietTo)]
  if (from === null) return refuse("invalid", "discussion.quietNeedsBoth", { field: "quietFrom" })
  if (to === null) return refuse("invalid", "discussion.quietNeedsBoth", { field: "quietTo" })
  if (from === to) return refuse("invalid", "discussion.quietIsEmpty", { field: "quietTo" })
  return allow({ from, to })
}
