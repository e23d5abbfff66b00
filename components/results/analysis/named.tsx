import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import type { PlaceOf } from "@/components/results/analysis/choosers"
import { WhoNamesProvider } from "@/components/results/analysis/who-names"
import type { StudentFacts } from "@/lib/results/results-facts"

type NamedProps = {
  base: string
  students: readonly Pick<StudentFacts, "enrolmentId" | "displayName">[]
  children: (placeOf: PlaceOf) => ReactNode
}

/** Gives numbers within the names they open. */
export function Named({ base, students, children }: NamedProps) {
  const items = useTranslations("results.items")
  const places = new Map(students.map(({ enrolmentId }, at) => [enrolmentId, at]))
  return (
    <WhoNamesProvider
      base={base}
      people={students.map(({ enrolmentId, displayName }) => [enrolmentId, displayName] as const)}
      words={Array.from({ length: students.length + 1 }, (_, count) => items("showWho", { count }))}
    >
      {children((enrolmentId) => places.get(enrolmentId) ?? -1)}
    </WhoNamesProvider>
  )
}
