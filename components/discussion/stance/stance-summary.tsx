import { useTranslations } from "next-intl"
import { ShiftSection } from "@/components/discussion/stance/shift-summary"
import { EmptyState } from "@/components/ui/empty-state"
import type { Moment } from "@/lib/discussion/stance/stance-moments"
import type { ShiftSummary } from "@/lib/discussion/stance/summarise-shift"
import { urduLang } from "@/lib/reading/urdu"

type StanceSummaryProps = {
  statement: string
  /** When the last student's step closes, in words. */
  closes: string
  /** Null until then. */
  summaries: readonly { from: Moment; to: Moment; summary: ShiftSummary }[] | null
}

/** What a teacher may know of a class's stances. */
export function StanceSummary({ statement, closes, summaries }: StanceSummaryProps) {
  const words = useTranslations("discussion.summary")
  return (
    <div className="mt-6 max-w-narrow">
      <h2 className="font-read text-20">{words("title")}</h2>
      <p dir="auto" lang={urduLang(statement)} className="mt-1 font-read text-17">
        {words("statement", { statement })}
      </p>
      <p className="mt-2 mb-5 max-w-[62ch] text-ink-2">{words("lead")}</p>
      {summaries === null ? (
        <EmptyState title={words("waitTitle")}>{words("waitText", { at: closes })}</EmptyState>
      ) : (
        <>
          {summaries.map((one) => (
            <ShiftSection key={`${one.from} ${one.to}`} {...one} />
          ))}
          <p className="border-rule border-t pt-4 text-13 text-ink-2">
            {words("frozen")} {words("neverNames")}
          </p>
        </>
      )}
    </div>
  )
}

/** For a lesson that asks for no stance. */
export function NoStance() {
  const words = useTranslations("discussion.summary")
  return <EmptyState title={words("noStatement")}>{words("noStatementText")}</EmptyState>
}
