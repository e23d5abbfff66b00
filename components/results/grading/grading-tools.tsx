import { useTranslations } from "next-intl"
import { type GradingLinks, hrefWith } from "@/components/results/grading/grading-place"
import { TextLink } from "@/components/ui/text-link"
import type { Grading } from "@/lib/results/grading/build-grading"
import { gradingHref } from "@/lib/results/grading/grading-query"

type ToolsProps = { grading: Grading; links: GradingLinks }

const CHOSEN = "aria-[current]:font-semibold"

/** In which order answers come, and whether only those about which two graders differ. */
export function GradingTools({ grading, links }: ToolsProps) {
  const results = useTranslations("results.grading")
  const { by, onlyDiffering, rules, differing } = grading
  return (
    <nav aria-label={results("by")} className="flex flex-wrap gap-x-5 gap-y-1 pt-4">
      {(["item", "student"] as const).map((one) => (
        <TextLink
          key={one}
          href={hrefWith(links, { by: one, onlyDiffering: false, itemId: null })}
          aria-current={one === by && !onlyDiffering ? "page" : undefined}
          className={CHOSEN}
        >
          {results(one === "item" ? "byItem" : "byStudent")}
        </TextLink>
      ))}
      {rules.asksSecond && (
        <TextLink
          href={hrefWith(links, { by: "item", onlyDiffering: true, itemId: null })}
          aria-current={onlyDiffering ? "page" : undefined}
          className={CHOSEN}
        >
          {results("second.whereCount", { count: differing })}
        </TextLink>
      )}
    </nav>
  )
}

/** Only where there are several questions to grade, and one is gone through after the other. */
export function QuestionChooser({ grading, links }: ToolsProps) {
  const results = useTranslations("results.grading")
  if (grading.items.length < 2 || grading.by === "student" || grading.onlyDiffering) return null
  return (
    <nav aria-label={results("questions")} className="flex flex-wrap gap-x-5 gap-y-1 pt-2">
      {grading.items.map(({ itemId, position, graded, of }) => (
        <TextLink
          key={itemId}
          href={hrefWith(links, { itemId })}
          aria-current={itemId === grading.item?.itemId ? "page" : undefined}
          className={CHOSEN}
        >
          {results("question", { position, graded, of })}
        </TextLink>
      ))}
    </nav>
  )
}

type NamesLinkProps = { links: GradingLinks; showsNames: boolean; isDone: boolean }

/** Hidden until everything is graded, unless they are asked for. */
export function NamesLink({ links: { assignmentId, query }, showsNames, isDone }: NamesLinkProps) {
  const results = useTranslations("results.grading")
  const names = showsNames ? (isDone ? "hidden" : null) : isDone ? null : "shown"
  return (
    <>
      {showsNames && query.names === null && <span>{results("namesDone")}</span>}
      <TextLink href={gradingHref(assignmentId, { ...query, names })}>
        {results(showsNames ? "hideNames" : "showNames")}
      </TextLink>
    </>
  )
}
