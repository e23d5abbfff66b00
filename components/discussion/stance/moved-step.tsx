import { useTranslations } from "next-intl"
import { CauseLine } from "@/components/discussion/stance/cause-line"
import { MovedForm, type MovedFormProps } from "@/components/discussion/stance/moved-form"
import { ButtonLink } from "@/components/ui/button"
import { PageHeading } from "@/components/ui/page-heading"
import type { MovedMoment, OwnMovedBy } from "@/lib/discussion/stance/moved-by"

export type MovedStepProps = MovedFormProps & {
  statement: string
  /** It may still be said; else it is only shown. */
  isOpen: boolean
}

/** What moved somebody whose stance changed: asked of them, and shown to them, alone. */
export function MovedStep({ statement, isOpen, ...form }: MovedStepProps) {
  const words = useTranslations("discussion.stance")
  const moved = useTranslations("discussion.stance.moved")
  return (
    <div className="mx-auto max-w-narrow">
      <PageHeading
        kicker={words("kicker", { moment: words(`moments.${form.moment}`) })}
        title={moved("title")}
        lead={moved("lead", { statement })}
        className="mb-6"
      />
      {isOpen ? <MovedForm {...form} /> : <Said {...form} />}
    </div>
  )
}

/** For whoever asks, and stands where they stood. */
export function NotMoved({ moment, href }: { moment: MovedMoment; href: string }) {
  const words = useTranslations("discussion.stance")
  const moved = useTranslations("discussion.stance.moved")
  return (
    <div className="mx-auto max-w-narrow">
      <PageHeading
        kicker={words("kicker", { moment: words(`moments.${moment}`) })}
        title={moved("title")}
        lead={moved("notMoved")}
        className="mb-6"
      />
      <ButtonLink href={href}>{moved("back")}</ButtonLink>
    </div>
  )
}

function Said({ own, assignmentId, doneHref }: MovedFormProps) {
  const words = useTranslations("discussion.stance.moved")
  return (
    <section className="border-rule border-t py-6">
      <h2 className="mb-2 font-semibold">{words("said")}</h2>
      <OwnCause own={own} assignmentId={assignmentId} />
      <ButtonLink href={doneHref} className="mt-5">
        {words("back")}
      </ButtonLink>
    </section>
  )
}

function OwnCause({ own, assignmentId }: { own: OwnMovedBy; assignmentId: string }) {
  const words = useTranslations("discussion.stance.moved")
  if (own.kind === "nothing") return <p>{words("nothing")}</p>
  if (own.kind === "words")
    return (
      <p dir="auto" className="whitespace-pre-line font-read text-17">
        {own.words}
      </p>
    )
  if (own.kind === "post") return <CauseLine cause={own} assignmentId={assignmentId} />
  return own.sentence ? (
    <CauseLine cause={{ kind: "sentence", sentence: own.sentence }} assignmentId={assignmentId} />
  ) : (
    <p>{words("sentenceGone")}</p>
  )
}
