import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { cn } from "@/components/ui/cn"
import { PageLink } from "@/components/ui/page-link"
import { type GridQuery, gridShows, queryHref } from "@/lib/results/grid/grid-query"

type GridToolsProps = {
  query: GridQuery
  base: string
  counts: Record<GridQuery["show"], number>
  /** The switch that keeps the grid true. */
  follow: ReactNode
}

/** Above the grid: how many, in which order, find, filter. Works without any script. */
export function GridTools({ query, base, counts, follow }: GridToolsProps) {
  const results = useTranslations("results")
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-2 border-rule border-t py-3">
      <p className="text-13 text-ink-2">
        <b className="font-semibold text-ink">{results("grid.students", { count: counts.all })}</b>
        {results(`grid.sortedBy.${query.sort}`)}
      </p>
      <FindForm query={query} base={base} />
      <nav aria-label={results("grid.show")} className="flex gap-4 text-13 print:hidden">
        {gridShows.map((show) => (
          <PageLink
            key={show}
            href={queryHref(base, query, { show })}
            scroll={false}
            aria-current={query.show === show ? "true" : undefined}
            className={cn(
              "inline-flex min-h-6 items-center gap-1 border-transparent border-b-2 text-ink-2 hover:text-ink",
              "aria-[current=true]:border-accent aria-[current=true]:font-semibold aria-[current=true]:text-ink",
            )}
          >
            {results(`grid.showing.${show}`)}
            {show !== "all" && <span className="tabular-nums">{counts[show]}</span>}
          </PageLink>
        ))}
      </nav>
      {follow}
    </div>
  )
}

function FindForm({ query, base }: Pick<GridToolsProps, "query" | "base">) {
  const results = useTranslations("results")
  return (
    <form action={base} className="print:hidden">
      {query.sort !== "needs" && <input type="hidden" name="sort" value={query.sort} />}
      {query.direction === "down" && <input type="hidden" name="dir" value="down" />}
      {query.show !== "all" && <input type="hidden" name="show" value={query.show} />}
      <input
        type="search"
        name="find"
        defaultValue={query.find}
        maxLength={80}
        aria-label={results("grid.find")}
        placeholder={results("grid.find")}
        className="min-h-target-dense w-52 rounded-corner border border-rule-firm bg-raised px-3 text-15 placeholder:text-ink-3"
      />
    </form>
  )
}
