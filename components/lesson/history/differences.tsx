import { Minus, Plus } from "lucide-react"
import { useTranslations } from "next-intl"
import type { ItemDifference, ItemField } from "@/lib/quiz/item-differences"

/** What changed from one version of a question to the next, line by line: gone, and come. */
export function Differences({ differences }: { differences: readonly ItemDifference[] }) {
  const words = useTranslations("quiz.differences")
  if (differences.length === 0) return <p className="text-ink-2">{words("none")}</p>
  return (
    <dl className="grid gap-3">
      {differences.map(({ field, gone, come }) => (
        <div key={field} className="grid gap-0.5">
          <dt className="text-13 text-ink-3">{words(`fields.${field}`)}</dt>
          {gone.map((line) => (
            <dd key={`gone ${line}`} className="grid grid-cols-[1.25rem_minmax(0,1fr)] gap-1">
              <Minus aria-label={words("gone")} className="mt-1 size-4 text-wrong" />
              <del dir="auto" className="break-words">
                <Line field={field} line={line} />
              </del>
            </dd>
          ))}
          {come.map((line) => (
            <dd key={`come ${line}`} className="grid grid-cols-[1.25rem_minmax(0,1fr)] gap-1">
              <Plus aria-label={words("come")} className="mt-1 size-4 text-right" />
              <ins dir="auto" className="break-words no-underline">
                <Line field={field} line={line} />
              </ins>
            </dd>
          ))}
          {gone.length + come.length === 0 && <dd>{words(field === "settings" ? "settings" : "order")}</dd>}
        </div>
      ))}
    </dl>
  )
}

function Line({ field, line }: { field: ItemField; line: string }) {
  const levels = useTranslations("lesson.itemLevels")
  const types = useTranslations("lesson.itemTypes")
  if (field === "level") return <>{levels(line)}</>
  if (field === "type") return <>{types(line)}</>
  return <>{line}</>
}
