import { useTranslations } from "next-intl"
import { postTime, type ThreadClock } from "@/components/discussion/thread/thread-clock"
import { Notice } from "@/components/ui/notice"

type NameOpenedProps = {
  opened: { reason: string; at: number }
  /** What classmates still see. */
  alias: string
  clock: ThreadClock
}

/** Tells a student, in the thread, that a teacher opened their name there. It stays for as long as it is so. */
export function NameOpened({ opened, alias, clock }: NameOpenedProps) {
  const words = useTranslations("discussion.names")
  return (
    <Notice title={<span dir="auto">{words("opened", { reason: opened.reason })}</span>} className="mt-4">
      {words("openedText", { at: postTime(opened.at, clock), name: alias })}
    </Notice>
  )
}
