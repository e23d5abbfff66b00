import { useTranslations } from "next-intl"
import { pointsText } from "@/components/results/analysis/figures"
import type { Bar } from "@/lib/results/analysis/histogram"

const STEP = 34
const BAR = 30
const TALL = 96
const TOP = 16

/** How many students have how many points: a bar each, its number above it; and as a table for who cannot see it. */
export function Histogram({ bars }: { bars: readonly Bar[] }) {
  const t = useTranslations("results.analysis.quiz")
  const most = Math.max(1, ...bars.map(({ count }) => count))
  const [width, height] = [bars.length * STEP, TOP + TALL + 20]
  return (
    <figure className="min-w-0">
      <figcaption className="mb-2 font-semibold">{t("histogram")}</figcaption>
      <div className="overflow-x-auto print:overflow-visible">
        <svg aria-hidden width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
          {bars.map(({ from, count }, at) => {
            const tall = (count / most) * TALL
            return (
              <g key={from} transform={`translate(${at * STEP} 0)`}>
                {count > 0 && (
                  <>
                    <rect x="2" y={TOP + TALL - tall} width={BAR} height={tall} className="fill-ink-3" />
                    <text
                      x={2 + BAR / 2}
                      y={TOP + TALL - tall - 4}
                      textAnchor="middle"
                      className="fill-ink font-ui text-13"
                    >
                      {count}
                    </text>
                  </>
                )}
                <text x="2" y={height - 4} className="fill-ink-3 font-ui text-13">
                  {pointsText(from)}
                </text>
              </g>
            )
          })}
          <path d={`M0 ${TOP + TALL}H${width}`} className="stroke-rule-firm" />
        </svg>
      </div>
      <table className="sr-only">
        <caption>{t("histogram")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("barHead")}</th>
            <th scope="col">{t("countHead")}</th>
          </tr>
        </thead>
        <tbody>
          {bars.map(({ from, to, count }) => (
            <tr key={from}>
              <th scope="row">{t("barRange", { from: pointsText(from), to: pointsText(to) })}</th>
              <td>{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  )
}
