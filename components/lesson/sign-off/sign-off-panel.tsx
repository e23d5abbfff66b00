import { CircleCheck, History } from "lucide-react"
import { useTranslations } from "next-intl"
import { type Clock, Instant } from "@/components/lesson/instant"
import { SignOffForm } from "@/components/lesson/sign-off/sign-off-form"
import { ActButton } from "@/components/ui/act-button"
import type { ActionResult } from "@/components/ui/action-form"
import type { EditBase } from "@/lib/lesson/input"
import type { ShownSignOff } from "@/lib/lesson/sign-off"

type Action = (input: unknown) => Promise<ActionResult<unknown>>

type SignOffPanelProps = {
  lessonId: string
  base: EditBase
  /** How many questions the lesson has. */
  count: number
  shown: readonly ShownSignOff[]
  maySign: boolean
  shared: boolean
  viewerId: string
  clock: Clock
  signAction: Action
  takeBackAction: Action
}

/** What colleagues say of the questions, and saying it oneself. */
export function SignOffPanel(props: SignOffPanelProps) {
  const { lessonId, base, count, shown, maySign, viewerId, takeBackAction } = props
  const words = useTranslations("lesson.signOff")
  const own = shown.find(({ userId }) => userId === viewerId)
  return (
    <section className="grid gap-3">
      <div>
        <h2 className="font-semibold">{words("heading")}</h2>
        <p className="text-ink-2">{words("lead")}</p>
      </div>
      {shown.length === 0 && !maySign && (
        <p className="text-ink-2">{words(props.shared ? "none" : "notShared")}</p>
      )}
      {shown.length > 0 && (
        <ul className="grid gap-3">
          {shown.map((signOff) => (
            <SignOffLine key={signOff.userId} signOff={signOff} clock={props.clock} />
          ))}
        </ul>
      )}
      {own && maySign && (
        <div>
          <ActButton action={takeBackAction} input={{ lessonId }}>
            {words("takeBack")}
          </ActButton>
        </div>
      )}
      {maySign && count > 0 && (!own || own.editedSince) && (
        <SignOffForm base={base} count={count} action={props.signAction} />
      )}
    </section>
  )
}

function SignOffLine({ signOff, clock }: { signOff: ShownSignOff; clock: Clock }) {
  const words = useTranslations("lesson.signOff")
  const { name, at, note, editedSince, number } = signOff
  const Icon = editedSince ? History : CircleCheck
  return (
    <li className="grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-2">
      <Icon aria-hidden className={editedSince ? "mt-1 size-4 text-ink-3" : "mt-1 size-4 text-right"} />
      <div>
        <p dir="auto">
          {words.rich("by", { name, at: () => <Instant at={at} clock={clock} /> })}
          {editedSince && <span className="text-ink-2"> {words("editedSince", { number })}</span>}
        </p>
        {note && (
          <p dir="auto" className="max-w-[62ch] whitespace-pre-line break-words text-ink-2">
            {note}
          </p>
        )}
      </div>
    </li>
  )
}
