import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { type SaveStance, StanceForm } from "@/components/discussion/stance/stance-form"
import { ButtonLink } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import { PageHeading } from "@/components/ui/page-heading"
import { TextLink } from "@/components/ui/text-link"
import type { StanceAnswer } from "@/lib/discussion/stance/decide-stance"
import type { Moment, MomentState } from "@/lib/discussion/stance/stance-moments"

export type StanceStepProps = {
  step: {
    assignmentId: string
    moment: Moment
    statement: string
    state: Exclude<MomentState, "notAsked">
    mayTake: boolean
    own: StanceAnswer | null
  }
  isChanging: boolean
  save: SaveStance
  /** This page without `?change`. */
  href: string
  /** When the assignment closes for the viewer, in words. */
  closes: string
  /** The next thing to do: address and verb. Null after the last step. */
  next: { href: string; label: string } | null
}

/** One moment of the stance: the statement, and the form, or what became of it. */
export function StanceStep(props: StanceStepProps) {
  const words = useTranslations("discussion.stance")
  const { moment, statement } = props.step
  return (
    <div className="mx-auto max-w-narrow">
      <PageHeading
        kicker={words("kicker", { moment: words(`moments.${moment}`) })}
        title={words("statement", { statement })}
        className="mb-6"
      />
      <Body {...props} />
    </div>
  )
}

function Body({ step, isChanging, save, href, closes, next }: StanceStepProps) {
  const words = useTranslations("discussion.stance")
  const { assignmentId, moment, state, own } = step
  if (!step.mayTake) return <Notice title={words("staffTitle")}>{words("staffText")}</Notice>
  const form = { assignmentId, moment, own, save, doneHref: href, isChanging }
  if (state === "open") return <StanceForm {...form} />
  if (state === "later") return <Outcome title={words("laterTitle")} text={words("laterText")} next={next} />
  if (state === "closed")
    return <Outcome title={words("closedTitle")} text={words("closedText", { at: closes })} next={next} />
  if (state === "changeable" && isChanging)
    return (
      <>
        <p className="mb-4 text-ink-2">{words("changing")}</p>
        <StanceForm {...form} />
      </>
    )
  return <Kept {...{ step, href, closes, next }} />
}

type KeptProps = Pick<StanceStepProps, "step" | "href" | "closes" | "next">

function Kept({ step, href, closes, next }: KeptProps) {
  const words = useTranslations("discussion.stance")
  const isLast = step.moment === "after_discussion"
  const until = {
    before_reading: words("untilText"),
    after_reading: words("untilPost"),
    after_discussion: words("untilClose", { at: closes }),
  }[step.moment]
  const stays = isLast ? words("keptClosed") : words("keptFor")
  const isChangeable = step.state === "changeable"
  return (
    <Outcome
      title={words("keptTitle")}
      text={`${words("keptText")} ${isChangeable ? until : stays}`}
      next={next}
      other={
        <>
          {isChangeable && <TextLink href={`${href}?change=1`}>{words("change")}</TextLink>}
          {isLast && <TextLink href={`${href}?moved=1`}>{words("moved.see")}</TextLink>}
        </>
      }
    />
  )
}

type OutcomeProps = { title: string; text: string; next: StanceStepProps["next"]; other?: ReactNode }

function Outcome({ title, text, next, other }: OutcomeProps) {
  const words = useTranslations("discussion.stance")
  return (
    <section className="border-rule border-t py-6">
      <h2 className="text-20" tabIndex={-1}>
        {title}
      </h2>
      <p className="mt-1 max-w-[60ch] text-ink-2">{text}</p>
      <div className="mt-5 flex flex-wrap items-center gap-4">
        <ButtonLink variant="main" href={next?.href ?? "/home"}>
          {next?.label ?? words("home")}
        </ButtonLink>
        {other}
      </div>
    </section>
  )
}
