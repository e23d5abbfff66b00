import { ChevronDown, ChevronUp } from "lucide-react"
import type { ComponentProps, CSSProperties, ReactNode } from "react"
import { cn } from "@/components/ui/cn"
import { PageLink } from "@/components/ui/page-link"

type DataTableProps = ComponentProps<"table"> & {
  /** Names the table; read out, and shown when `showCaption`. */
  caption: ReactNode
  showCaption?: boolean
  /** Below this width it scrolls sideways within itself. Such as "60rem". */
  minWidth?: string
  /** On a phone the first column, of up to 11rem, stays in place: what has the focus is never scrolled under it. */
  firstStays?: boolean
}

/** A table of rows on hairlines. It may be wider than its place: then it scrolls within itself, also by keyboard. */
export function DataTable({
  caption,
  showCaption = false,
  minWidth,
  firstStays = false,
  className,
  children,
  ...rest
}: DataTableProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls; a section would be one landmark too many
    <div
      role="group"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label={typeof caption === "string" ? caption : undefined}
      className={cn("relative overflow-x-auto print:overflow-visible", firstStays && "max-md:scroll-ps-48")}
    >
      <table
        className={cn(
          "w-full border-collapse text-15",
          minWidth && "min-w-(--least) print:min-w-0",
          className,
        )}
        style={minWidth ? ({ "--least": minWidth } as CSSProperties) : undefined}
        {...rest}
      >
        <caption className={showCaption ? "pb-2 text-start font-semibold" : "sr-only"}>{caption}</caption>
        {children}
      </table>
    </div>
  )
}

export type SortDirection = "ascending" | "descending"

type HeaderCellProps = Omit<ComponentProps<"th">, "onClick"> & {
  numeric?: boolean
  /** How the table is sorted by this column; null: it could be, and is not. Undefined: it cannot be sorted. */
  sort?: SortDirection | null
  /** Where sorting by it leads, or what does it. */
  sortHref?: string
  onSort?: () => void
}

/** The head of a column. Sortable ones are a link or a button that says the direction. */
export function HeaderCell({
  numeric,
  sort,
  sortHref,
  onSort,
  className,
  children,
  ...rest
}: HeaderCellProps) {
  const label = (
    <>
      {children}
      {sort === "ascending" && <ChevronUp aria-hidden className="size-3.5" />}
      {sort === "descending" && <ChevronDown aria-hidden className="size-3.5" />}
    </>
  )
  const press = cn(
    "inline-flex min-h-6 items-center gap-0.5 rounded-mark hover:text-ink",
    sort && "font-semibold text-ink",
  )
  return (
    <th
      scope="col"
      aria-sort={sort ?? undefined}
      className={cn(
        cellStyle,
        "whitespace-nowrap pb-2 align-bottom font-medium text-13 text-ink-3",
        side(numeric),
        className,
      )}
      {...rest}
    >
      {sortHref ? (
        <PageLink href={sortHref} scroll={false} className={press}>
          {label}
        </PageLink>
      ) : onSort ? (
        <button type="button" onClick={onSort} className={press}>
          {label}
        </button>
      ) : (
        <span className="inline-flex min-h-6 items-center">{label}</span>
      )}
    </th>
  )
}

/** One row under a hairline. */
export function Row({ className, ...rest }: ComponentProps<"tr">) {
  return <tr className={cn("border-rule border-t hover:bg-recess/60", className)} {...rest} />
}

/** The cell that names its row. */
export function RowHeader({ className, ...rest }: ComponentProps<"th">) {
  return (
    <th
      scope="row"
      className={cn(cellStyle, "py-2 text-start align-middle font-medium text-15", className)}
      {...rest}
    />
  )
}

export function Cell({ numeric, className, ...rest }: ComponentProps<"td"> & { numeric?: boolean }) {
  return <td className={cn(cellStyle, "py-2 align-middle", side(numeric), className)} {...rest} />
}

const cellStyle = "pe-4 last:pe-0"
const side = (numeric?: boolean): string => (numeric ? "text-end tabular-nums" : "text-start")
