"use client"

import { Lock } from "lucide-react"
import { useRouter } from "next/navigation"
import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { ConfidenceScale, StanceScale } from "@/components/discussion/stance/stance-scale"
import { ActionForm, type ActionResult } from "@/components/ui/action-form"
import { buttonStyle } from "@/components/ui/button"
import { PageLink } from "@/components/ui/page-link"
import { SubmitButton } from "@/components/ui/submit-button"
import { TextArea } from "@/components/ui/text-area"
import type { StanceAnswer } from "@/lib/discussion/stance/decide-stance"
import type { Moment } from "@/lib/discussion/stance/stance-moments"

export type SaveStance = (input: unknown) => Promise<ActionResult<{ moment: Moment }>>

type StanceFormProps = {
  assignmentId: string
  moment: Moment
  /** One's own answer, while it is being changed. */
  own: StanceAnswer | null
  save: SaveStance
  /** The page without the form, shown once it is kept. */
  doneHref: string
  isChanging: boolean
}

/** Where somebody stands: a place, how sure, one reason; or that they prefer not to say. */
export function StanceForm({ assignmentId, moment, own, save, doneHref, isChanging }: StanceFormProps) {
  const words = useTranslations("discussion.stance")
  const router = useRouter()
  const done = () => {
    // What was just kept is on the page that the action brought; only the address still says that it is being changed.
    if (isChanging) router.replace(doneHref)
  }
  return (
    <ActionForm
      action={save}
      toInput={(form) => inputOf(form, { assignmentId, moment })}
      onDone={done}
      className="gap-0"
    >
      <Row label={words("position")}>
        <StanceScale own={own?.position ?? null} />
      </Row>
      <Row label={words("confidence")}>
        <ConfidenceScale own={own?.confidence ?? null} />
      </Row>
      <Row label={words("reason")} note={words("reasonNote")}>
        <Reason name="reason" label={words("reason")} own={own?.reason ?? null} />
      </Row>
      <Row>
        <Acts leaveHref={isChanging ? doneHref : null} />
      </Row>
    </ActionForm>
  )
}

function inputOf(form: FormData, about: { assignmentId: string; moment: Moment }): unknown {
  if (form.get("declined") === "yes") return { ...about, declined: true }
  const text = (name: string) => String(form.get(name) ?? "")
  const number = (name: string) => (form.has(name) ? Number(form.get(name)) : null)
  const said = { position: number("position"), confidence: number("confidence"), reason: text("reason") }
  return { ...about, declined: false, ...said }
}

/** The question in the margin, the answer beside it. The fieldsets within carry the names for screen readers. */
function Row({ label, note, children }: { label?: string; note?: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-8 gap-y-3 border-rule border-t py-6 md:grid-cols-[11rem_minmax(0,1fr)]">
      <div aria-hidden className="md:pt-1.5">
        {label && <p className="font-semibold">{label}</p>}
        {note && <p className="text-13 text-ink-3">{note}</p>}
      </div>
      <div className="min-w-0">{children}</div>
    </div>
  )
}

function Reason({ name, label, own }: { name: string; label: string; own: string | null }) {
  return (
    <TextArea
      name={name}
      label={label}
      hideLabel
      optional
      face="read"
      rows={3}
      maxLength={1000}
      defaultValue={own ?? ""}
      autoComplete="off"
    />
  )
}

function Acts({ leaveHref }: { leaveHref: string | null }) {
  const words = useTranslations("discussion.stance")
  const bold = (chunks: ReactNode) => <b className="text-ink">{chunks}</b>
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        <SubmitButton pendingLabel={words("keeping")}>{words("keep")}</SubmitButton>
        <SubmitButton variant="quiet" name="declined" value="yes" formNoValidate>
          {words("decline")}
        </SubmitButton>
        {leaveHref && (
          <PageLink href={leaveHref} className={buttonStyle({ variant: "quiet" })}>
            {words("leave")}
          </PageLink>
        )}
      </div>
      <p className="mt-4 flex max-w-[60ch] gap-2 text-ink-2">
        <Lock aria-hidden className="mt-1 size-4 shrink-0" />
        <span>{words.rich("who", { b: bold })}</span>
      </p>
    </>
  )
}
