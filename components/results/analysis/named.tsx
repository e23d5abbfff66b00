import { useLocale, useTranslations } from "next-intl"
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
  const locale = useLocale()
  const places = new Map(students.map(({ enrolmentId }, at) => [enrolmentId, at]))
  return (
    <WhoNamesProvider
      base={base}
      told={JSON.stringify({
        people: students.map(({ enrolmentId, displayName }) => [enrolmentId, displayName]),
        words: wordsUpTo(students.length, locale, (count) => items("showWho", { count })),
      })}
    >
      {children((enrolmentId) => places.get(enrolmentId) ?? -1)}
    </WhoNamesProvider>
  )
}

const made = new Map<string, string[]>()

/** "0 students" and so on, by number. The same for everybody, so each is made once for each language. */
function wordsUpTo(most: number, locale: string, say: (count: number) => string): string[] {
  const words = made.get(locale) ?? []
  made.set(locale, words)
  while (words.length <= most) words.push(say(words.length))
  return words.slice(0, most + 1)
}
