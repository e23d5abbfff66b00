import { useTranslations } from "next-intl"
import type { SideMeasure } from "@/lib/quiz/fairness/shares"

/** How many questions are about which side, as their author tagged them. */
export function SideShares({ measure }: { measure: SideMeasure }) {
  const words = useTranslations("quiz.fairness.sides")
  const { sides, tagged, n } = measure
  return (
    <section className="grid gap-2">
      <h3 className="font-semibold">{words("heading")}</h3>
      {tagged === 0 ? (
        <p className="text-ink-2">{words("none")}</p>
      ) : (
        <>
          <p className="text-ink-2">{words("some", { tagged, n })}</p>
          <ul>
            {sides.map(({ side, count }) => (
              <li key={side} dir="auto">
                {words("line", { side, count })}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
