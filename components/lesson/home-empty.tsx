import { useTranslations } from "next-intl"
import { ButtonLink } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"

type HomeEmptyProps = { classCount: number; waitingFor: readonly string[]; isNew: boolean }

/** Nothing to do now: because of no class yet, because a class has not let me in, or because all is done. */
export function HomeEmpty({ classCount, waitingFor, isNew }: HomeEmptyProps) {
  const words = useTranslations("lesson.home.empty")
  const isOutside = classCount === 0
  const state = isOutside
    ? waitingFor.length > 0
      ? "waiting"
      : "noClass"
    : isNew
      ? "nothingYet"
      : "nothingDue"
  return (
    <section aria-labelledby="next" className="pb-8">
      <h1 id="next" className="mt-1 font-read font-semibold text-25 md:text-31">
        {words(`${state}.heading`)}
      </h1>
      <EmptyState
        title={words(`${state}.title`)}
        act={
          isOutside && (
            <ButtonLink variant={state === "noClass" ? "main" : "line"} href="/join">
              {words("enterCode")}
            </ButtonLink>
          )
        }
      >
        {words(`${state}.text`)}
      </EmptyState>
    </section>
  )
}
