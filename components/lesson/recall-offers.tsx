import { useTranslations } from "next-intl"
import { Hang } from "@/components/ui/hang"
import { SubmitButton } from "@/components/ui/submit-button"
import type { RecallOffer } from "@/lib/lesson/recall-due"

type RecallOffersProps = {
  offers: readonly RecallOffer[]
  start: (assignmentId: string, kind: RecallOffer["kind"]) => Promise<void>
  dismiss: (assignmentId: string, kind: RecallOffer["kind"]) => Promise<void>
}

/** What has stayed of an earlier quiz: two minutes, for oneself, and put away for good by one press. */
export function RecallOffers({ offers, start, dismiss }: RecallOffersProps) {
  const words = useTranslations("lesson.home.recall")
  if (offers.length === 0) return null
  return (
    <Hang label={words("label")}>
      <ul className="divide-y divide-rule">
        {offers.map(({ assignmentId, title, kind, isBegun }) => (
          <li
            key={assignmentId + kind}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3 first:pt-0"
          >
            <div className="min-w-0">
              <p dir="auto" className="font-semibold">
                {words(isBegun ? "goOn" : "offer", { title })}
              </p>
              <p className="text-13 text-ink-2">{words("more")}</p>
            </div>
            <div className="flex flex-wrap gap-2">
              <form action={start.bind(null, assignmentId, kind)}>
                <SubmitButton variant="line" dense aria-label={words("startOf", { title })}>
                  {words("start")}
                </SubmitButton>
              </form>
              <form action={dismiss.bind(null, assignmentId, kind)}>
                <SubmitButton variant="quiet" dense aria-label={words("dismissOf", { title })}>
                  {words("dismiss")}
                </SubmitButton>
              </form>
            </div>
          </li>
        ))}
      </ul>
    </Hang>
  )
}
