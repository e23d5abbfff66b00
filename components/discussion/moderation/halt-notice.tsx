import { useTranslations } from "next-intl"
import type { StopActs } from "@/components/discussion/moderation/staff-stops"
import { ActButton } from "@/components/ui/act-button"
import { Notice } from "@/components/ui/notice"
import type { HaltView } from "@/lib/discussion/moderation/halt"

type HaltNoticeProps = {
  halt: HaltView
  /** Staff of the class let it go on. */
  stops: StopActs | null
  /** Whoever reads it may have begun to write. */
  keepsDraft?: boolean
  className?: string
}

/** Why nobody can write now, and for staff the way on. */
export function HaltNotice({ halt, stops, keepsDraft, className }: HaltNoticeProps) {
  const words = useTranslations("discussion.halt")
  const isFrozen = halt.kind === "frozen"
  const goOn = stops && (
    <ActButton
      action={isFrozen ? stops.unfreeze : stops.unlock}
      input={isFrozen ? stops.room : (stops.thread ?? {})}
    >
      {words(isFrozen ? "unfreeze" : "unlock")}
    </ActButton>
  )
  return (
    <Notice kind="warning" title={words(`${halt.kind}Title`)} acts={goOn} className={className}>
      <p>{words(halt.kind)}</p>
      {halt.reason && <p dir="auto">{words("reason", { reason: halt.reason })}</p>}
      {keepsDraft && <p>{words("draftKept")}</p>}
    </Notice>
  )
}
