import { useTranslations } from "next-intl"
import { postTime, type ThreadClock } from "@/components/discussion/thread/thread-clock"
import { EmptyState } from "@/components/ui/empty-state"

type OpenedLine = {
  id: string
  at: number
  by: string | null
  whose: string | null
  className: string
  title: string | null
  reason: string
  untoldFor: string | null
}

/** Each time that private text was opened, for administrators: who, whose, why; not a word of the text. */
export function OpenedTable({ lines, clock }: { lines: readonly OpenedLine[]; clock: ThreadClock }) {
  const words = useTranslations("discussion.opened")
  if (lines.length === 0) return <EmptyState title={words("none")}>{words("noneText")}</EmptyState>
  const columns = ["when", "who", "whose", "where", "why", "told"] as const
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls by keyboard too
    <section className="overflow-x-auto" tabIndex={0} aria-label={words("title")}>
      <table className="w-full min-w-[46rem] text-start">
        <thead>
          <tr className="text-13 text-ink-2">
            {columns.map((column) => (
              <th
                key={column}
                scope="col"
                className="border-rule-firm border-b py-2 pe-4 text-start font-semibold"
              >
                {words(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr
              key={line.id}
              className="align-top [&>td]:border-rule [&>td]:border-b [&>td]:py-2 [&>td]:pe-4"
            >
              <td className="whitespace-nowrap">{postTime(line.at, clock)}</td>
              <td dir="auto">{line.by ?? words("someone")}</td>
              <td dir="auto">{line.whose ?? words("someone")}</td>
              <td dir="auto">{[line.title, line.className].filter(Boolean).join(", ")}</td>
              <td dir="auto">{line.reason}</td>
              <td dir="auto">{line.untoldFor ? words("no", { reason: line.untoldFor }) : words("yes")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
