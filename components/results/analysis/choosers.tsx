import { useTranslations } from "next-intl"
import { PageLink } from "@/components/ui/page-link"
import type { Counted } from "@/lib/results/analysis/count-answers"

export type NameOf = (enrolmentId: string) => string

type ChoosersProps = {
  counted: Counted
  base: string
  nameOf: NameOf
  /** Says "11 students" where the number does not stand under a heading that says so. */
  inWords?: boolean
}

/** A number that opens the students it counts, each leading to their answers. */
export function Choosers({ counted, base, nameOf, inWords = false }: ChoosersProps) {
  const results = useTranslations("results")
  if (counted.count === 0) return <span className="text-ink-3 tabular-nums">0</span>
  return (
    <details className="group/who">
      <summary className="inline-flex min-h-6 cursor-pointer items-center gap-1 rounded-mark text-accent tabular-nums marker:content-none hover:underline">
        {inWords ? (
          results("items.showWho", { count: counted.count })
        ) : (
          <>
            <span aria-hidden>{counted.count}</span>
            <span className="sr-only">{results("items.showWho", { count: counted.count })}</span>
          </>
        )}
      </summary>
      <ul className="grid gap-0.5 py-1 text-13">
        {counted.choosers.map((enrolmentId) => (
          <li key={enrolmentId}>
            <PageLink
              href={`${base}/students/${enrolmentId}`}
              dir="auto"
              className="link inline-block min-h-6"
            >
              {nameOf(enrolmentId)}
            </PageLink>
          </li>
        ))}
      </ul>
    </details>
  )
}
