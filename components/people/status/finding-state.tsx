import { CircleAlert, CircleCheck, Info } from "lucide-react"
import { useTranslations } from "next-intl"

export type FindingState = "ok" | "note" | "failed"

const icons = { ok: CircleCheck, note: Info, failed: CircleAlert }
const looks: Record<FindingState, string> = { ok: "text-right", note: "text-part", failed: "text-wrong" }

/** Good, to be noted or wrong: as a sign and in a word. */
export function FindingStateMark({ state }: { state: FindingState }) {
  const words = useTranslations("cli.operation.state")
  const Icon = icons[state]
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <Icon aria-hidden className={`size-4 shrink-0 ${looks[state]}`} />
      {words(state)}
    </span>
  )
}
