import { useTranslations } from "next-intl"
import type { ItemAnalysis } from "@/lib/results/analysis/analyse-items"
import { FEWEST_TO_RELATE, FEWEST_TO_SAY } from "@/lib/results/analysis/fewest"
import { headlineOf } from "@/lib/results/analysis/headline"

type ItemsHeadProps = {
  analyses: readonly ItemAnalysis[]
  /** Finished attempts of students in the class. */
  finished: number
  isReleased: boolean
}

/** The question of the page, and its answer in plain words. */
export function ItemsHead({ analyses, finished, isReleased }: ItemsHeadProps) {
  const items = useTranslations("results.items")
  return (
    <div className="max-w-narrow py-5">
      <h2 className="font-semibold text-20">{items("title")}</h2>
      <p className="text-ink-2">
        {finished < FEWEST_TO_SAY ? (
          items("summary.tooFew", { fewest: FEWEST_TO_SAY })
        ) : (
          <Summary analyses={analyses} isReleased={isReleased} />
        )}
      </p>
      <p className="mt-1 text-13 text-ink-3">
        {items("facts", { count: finished, fewest: FEWEST_TO_SAY, relate: FEWEST_TO_RELATE })}{" "}
        {items("keyHere")}
      </p>
    </div>
  )
}

function Summary({ analyses, isReleased }: Omit<ItemsHeadProps, "finished">) {
  const summary = useTranslations("results.items.summary")
  const { judged, works, release, reuse } = headlineOf(analyses)
  const listed = (positions: readonly number[]) =>
    new Intl.ListFormat("en").format(positions.map((position) => String(position)))
  const all = String(judged)
  return (
    <>
      {judged > 0 && works === judged
        ? summary("allWork", { all })
        : summary("works", { worksCount: works, works: String(works), all })}{" "}
      {release.length > 0 && reuse.length > 0
        ? summary("both", {
            positions: listed(release),
            count: release.length,
            released: String(isReleased),
            later: listed(reuse),
            laterCount: reuse.length,
          })
        : release.length > 0
          ? summary(isReleased ? "released" : "release", {
              positions: listed(release),
              count: release.length,
            })
          : reuse.length > 0 && summary("reuse", { positions: listed(reuse), count: reuse.length })}
    </>
  )
}
