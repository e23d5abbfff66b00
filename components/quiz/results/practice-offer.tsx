import { useTranslations } from "next-intl"
import { SubmitButton } from "@/components/ui/submit-button"

type PracticeOfferProps = {
  /** Questions that a machine can check and that were not fully right. */
  missed: number
  start: () => Promise<void>
}

/** Once more, for oneself: nothing where nothing was missed. */
export function PracticeOffer({ missed, start }: PracticeOfferProps) {
  const words = useTranslations("quiz.practice")
  if (missed === 0) return null
  return (
    <form action={start} className="flex flex-wrap items-center gap-x-4 gap-y-2 pb-6 print:hidden">
      <SubmitButton variant="line">{words("offer", { count: missed })}</SubmitButton>
      <p className="text-13 text-ink-2">{words("offerMore")}</p>
    </form>
  )
}
