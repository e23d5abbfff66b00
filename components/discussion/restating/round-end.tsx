import { CircleCheck, CircleDashed, CircleSlash, Scale } from "lucide-react"
import { useTranslations } from "next-intl"
import { postTextStyle } from "@/components/discussion/posts/post-text-style"
import { cn } from "@/components/ui/cn"
import type { RoundView } from "@/lib/discussion/restating/restating-view"
import type { RestatingState } from "@/lib/discussion/restating/wordings"
import { urduLang } from "@/lib/reading/urdu"

const icons = {
  waiting: CircleDashed,
  confirmed: CircleCheck,
  not_quite: CircleSlash,
  fair: Scale,
  unfair: Scale,
} satisfies Record<RestatingState, unknown>

const looks: Record<RestatingState, string> = {
  waiting: "text-ink-2",
  confirmed: "text-right",
  not_quite: "text-part",
  fair: "text-right",
  unfair: "text-part",
}

type RoundEndProps = {
  round: RoundView
  /** The reader wrote what is restated. */
  ofYou: boolean
  /** What this reader calls whoever wrote it. */
  restated: string
  /** The question stands beneath, so that nothing needs to be said of it. */
  asksYou: boolean
}

/** How a round ended: what the author of the restated post said to it, and a teacher, each with a sign and a word. */
export function RoundEnd({ round, ofYou, restated, asksYou }: RoundEndProps) {
  const words = useTranslations("discussion.restating")
  const { state, meantHtml, ruledBy } = round
  const whose = ofYou ? "ofYou" : "of"
  return (
    <>
      {meantHtml !== null && (
        <>
          <Sign state="not_quite">{words(`not_quite.${whose}`, { name: restated })}</Sign>
          <div
            lang={urduLang(meantHtml)}
            className={cn("ms-6 text-ink-2", postTextStyle)}
            // biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised once, at write: lib/discussion/posts/post-html
            dangerouslySetInnerHTML={{ __html: meantHtml }}
          />
        </>
      )}
      {state === "waiting" && !asksYou && (
        <Sign state={state}>{words(`waiting.${whose}`, { name: restated })}</Sign>
      )}
      {state === "confirmed" && <Sign state={state}>{words(`confirmed.${whose}`, { name: restated })}</Sign>}
      {(state === "fair" || state === "unfair") && (
        <Sign state={state}>{words(state, { name: ruledBy ?? words("aTeacher") })}</Sign>
      )}
    </>
  )
}

function Sign({ state, children }: { state: RestatingState; children: string }) {
  const Icon = icons[state]
  return (
    <p dir="auto" className={cn("mt-1 flex gap-2 font-medium text-13", looks[state])}>
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span>{children}</span>
    </p>
  )
}
