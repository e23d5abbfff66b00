import { useTranslations } from "next-intl"
import { ShiftSection } from "@/components/discussion/stance/shift-summary"
import { EmptyState } from "@/components/ui/empty-state"
import type { ClassShift } from "@/lib/discussion/stance/class-shift"
import { urduLang } from "@/lib/reading/urdu"

type StanceSummaryProps = {
  assignmentId: string
  statement: string
  /** When the last student's step closes, in words; null for whoever is not told. */
  closes: string | null
  /** Null until then. */
  summaries: readonly ClassShift[] | null
}

/** What a class and its staff may know of its stances. */
export function StanceSummary({ assignmentId, statement, closes, summaries }: StanceSummaryProps) {
  const words = useTranslations("discussion.summary")
  return (
    <div className="mt-6 max-w-narrow">
      <h2 className="font-read text-20">{words("title")}</h2>
      <p dir="auto" lang={urduLang(statement)} className="mt-1 font-read text-17">
        {words("statement", { statement })}
      </p>
      <p className="mt-2 mb-5 max-w-[62ch] text-ink-2">{words("lead")}</p>
      {summaries === null ? (
        <EmptyState title={words("waitTitle")}>
          {closes === null ? words("waitUntold") : words("waitText", { at: closes })}
        </EmptyState>
      ) : (
        <>
          {summaries.map((one) => (
            <ShiftSection key={`${one.from} ${one.to}`} assignmentId={assignmentId} {...one} />
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
