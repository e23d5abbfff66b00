import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { PageHeading } from "@/components/ui/page-heading"
import { TabLinks } from "@/components/ui/tab-links"

export type ResultsTab =
  | "grid"
  | "items"
  | "misread"
  | "grade"
  | "appeals"
  | "discussion"
  | "stance"
  | "settings"

type ResultsFrameProps = {
  assignment: { assignmentId: string; title: string; className: string; classPublicId: string }
  /** Null: a page below the tabs, such as one student's answers. */
  here: ResultsTab | null
  /** Dates and what is released, as lines of text. */
  facts: ReactNode
  acts?: ReactNode
  /** Whether this lesson asks for a stance at all. */
  hasStance: boolean
  /** Answers that wait for a grade; null where nothing is graded by hand, or not by who looks. */
  toGrade: number | null
  /** Appeals that nobody has decided; null where no student has made one. */
  openAppeals: number | null
  /** Whether the dates and rules may be changed by who looks. */
  mayEdit: boolean
  children: ReactNode
}

/** Around every page of an assignment's results: what it is, when it closes, and the tabs. */
export function ResultsFrame({
  assignment,
  here,
  facts,
  acts,
  hasStance,
  toGrade,
  openAppeals,
  mayEdit,
  children,
}: ResultsFrameProps) {
  const results = useTranslations("results")
  const base = `/teach/assignments/${assignment.assignmentId}`
  const tabs = [
    { tab: "grid", href: base },
    { tab: "items", href: `${base}/items` },
    { tab: "misread", href: `${base}/misread` },
    ...(toGrade === null ? [] : [{ tab: "grade", href: `${base}/grade`, count: toGrade } as const]),
    ...(openAppeals === null
      ? []
      : [{ tab: "appeals", href: `${base}/appeals`, count: openAppeals } as const]),
    { tab: "discussion", href: `${base}/discussion` },
    ...(hasStance ? [{ tab: "stance", href: `${base}/stance` } as const] : []),
    ...(mayEdit ? [{ tab: "settings", href: `${base}/settings` } as const] : []),
  ] as const
  return (
    <>
      <PageHeading
        dense
        kicker={
          <a href={`/teach/classes/${assignment.classPublicId}`} className="hover:text-ink" dir="auto">
            {assignment.className}
          </a>
        }
        title={assignment.title}
        meta={facts}
        acts={acts}
      />
      <TabLinks
        label={results("assignment")}
        links={tabs.map(({ tab, ...link }) => ({
          ...link,
          label: results(`tabs.${tab}`),
          isHere: tab === here,
        }))}
      />
      {children}
    </>
  )
}
