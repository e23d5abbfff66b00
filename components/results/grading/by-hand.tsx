import { useTranslations } from "next-intl"
import { Choosers, type PlaceOf } from "@/components/results/analysis/choosers"
import { TextLink } from "@/components/ui/text-link"
import type { ItemAnalysis } from "@/lib/results/analysis/analyse-items"

type ByHandProps = { analysis: ItemAnalysis; base: string; placeOf: PlaceOf; mayGrade: boolean }

/** Of a question that a teacher grades: how far that has come, and where it is done. */
export function ByHand({ analysis: { byHand, item }, base, placeOf, mayGrade }: ByHandProps) {
  const results = useTranslations("results.items")
  if (!byHand) return null
  const { graded, waiting } = byHand
  return (
    <div>
      <p className="text-ink-2">{results("graded", { graded, of: graded + waiting.count })}</p>
      {waiting.count > 0 && <Choosers counted={waiting} placeOf={placeOf} inWords />}
      {mayGrade && graded + waiting.count > 0 && (
        <p className="mt-2">
          <TextLink href={`${base}/grade?item=${item.itemId}`}>{results("toGrading")}</TextLink>
        </p>
      )}
    </div>
  )
}
