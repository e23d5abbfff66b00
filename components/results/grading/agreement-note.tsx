import { useTranslations } from "next-intl"
import { Hang } from "@/components/ui/hang"
import { FEWEST_FOR_KAPPA, type GraderAgreement } from "@/lib/results/grading/grader-agreement"

/** How far two graders of the open question agree: counts always, a coefficient only of enough. */
export function AgreementNote({ agreement }: { agreement: GraderAgreement | null }) {
  const results = useTranslations("results.grading.second")
  if (!agreement || agreement.n === 0) return null
  const { n, same, criteria } = agreement
  return (
    <Hang label={results("agreement")} className="mt-8">
      <p>{results("agreed", { n, same })}</p>
      <ul className="mt-2 grid gap-1 text-15">
        {criteria.map(({ criterionId, title, n: of, same: alike, kappa }) => (
          <li key={criterionId} dir="auto">
            {kappa === null
              ? results("kappaFew", { title, same: alike, n: of, least: FEWEST_FOR_KAPPA })
              : results("kappa", { title, same: alike, n: of, kappa: kappa.toFixed(2) })}
          </li>
        ))}
      </ul>
      {criteria.some(({ kappa }) => kappa !== null) && (
        <p className="mt-2 max-w-read text-13 text-ink-2">{results("kappaMore")}</p>
      )}
    </Hang>
  )
}
