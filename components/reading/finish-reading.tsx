import { useTranslations } from "next-intl"
import { SubmitButton } from "@/components/ui/submit-button"

type FinishReadingProps = {
  action: () => Promise<void>
  /** The step that comes after reading, if this lesson has one. */
  leadsTo: string | null
  isFinished: boolean
}

/** The act at the end of the text. A plain form: it works before any script has come, and pressed twice it counts once. */
export function FinishReading({ action, leadsTo, isFinished }: FinishReadingProps) {
  const t = useTranslations("reading.page")
  const act = leadsTo === "quiz" ? "quiz" : leadsTo === "discuss" ? "discuss" : "finish"
  const note = isFinished ? "finishedTo" : act === "quiz" ? "quizNote" : "finishNote"
  return (
    <form
      action={action}
      className="mt-12 flex flex-col gap-x-4 gap-y-2 md:flex-row md:items-center print:hidden"
    >
      <SubmitButton pendingLabel={t("pending")}>{t(act)}</SubmitButton>
      <p className="text-13 text-ink-2">{t(note)}</p>
    </form>
  )
}
