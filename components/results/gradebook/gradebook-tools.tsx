import { useTranslations } from "next-intl"
import { Button } from "@/components/ui/button"
import type { WorkFacts } from "@/lib/results/gradebook/gradebook-facts"
import type { GradebookQuery } from "@/lib/results/gradebook/gradebook-query"

type GradebookToolsProps = { query: GradebookQuery; base: string; works: readonly WorkFacts[] }

const control = "min-h-target-dense rounded-corner border border-rule-firm bg-raised px-3 text-15"

/** Finding a student, and on a phone choosing the one assignment to show. Works without any script. */
export function GradebookTools({ query, base, works }: GradebookToolsProps) {
  const words = useTranslations("results.gradebook")
  return (
    <form action={base} className="flex flex-wrap items-center gap-3 border-rule border-t py-3 print:hidden">
      {query.sort !== "name" && <input type="hidden" name="sort" value={query.sort} />}
      {query.direction === "down" && <input type="hidden" name="dir" value="down" />}
      <input
        type="search"
        name="find"
        defaultValue={query.find}
        maxLength={80}
        aria-label={words("find")}
        placeholder={words("find")}
        className={`${control} w-52 placeholder:text-ink-3 max-md:w-full`}
      />
      <select
        name="work"
        defaultValue={query.work ?? ""}
        aria-label={words("pick")}
        className={`${control} min-w-0 flex-1 md:hidden`}
      >
        <option value="">{words("pickNone")}</option>
        {works.map(({ assignmentId, title }) => (
          <option key={assignmentId} value={assignmentId}>
            {title}
          </option>
        ))}
      </select>
      <Button type="submit" dense className="md:hidden">
        {words("pickAct")}
      </Button>
    </form>
  )
}
