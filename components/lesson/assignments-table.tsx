import { useTranslations } from "next-intl"
import { type Clock, Instant } from "@/components/lesson/instant"
import { cn } from "@/components/ui/cn"
import { Cell, DataTable, HeaderCell, Row, RowHeader } from "@/components/ui/data-table"
import { TextLink } from "@/components/ui/text-link"

export type AssignmentLine = {
  assignmentId: string
  title: string
  className: string
  opensAt: Date
  dueAt: Date
  closesAt: Date
  students: number
  started: number
  submitted: number
  openReports: number
  heldPosts: number
  flaggedPosts: number
  openAppeals: number
  unreadReplies: number
  hasQuiz: boolean
}

type AssignmentsTableProps = {
  caption: string
  lines: readonly AssignmentLine[]
  clock: Clock
  /** Where nothing has been done yet, the opening is what matters. */
  upcoming?: boolean
}

/** A column there is no room for on a phone: what matters of it then stands below the title. */
const BESIDE = "max-md:hidden"

/** Assignments with their dates and how many have begun and submitted. */
export function AssignmentsTable({ caption, lines, clock, upcoming = false }: AssignmentsTableProps) {
  const words = useTranslations("lesson.today")
  return (
    <DataTable caption={caption} className="md:min-w-[42rem]">
      <thead>
        <tr>
          <HeaderCell>{words("columns.assignment")}</HeaderCell>
          <HeaderCell className={BESIDE}>{words("columns.class")}</HeaderCell>
          {upcoming && <HeaderCell className={BESIDE}>{words("columns.opens")}</HeaderCell>}
          <HeaderCell className={BESIDE}>{words("columns.due")}</HeaderCell>
          {!upcoming && <HeaderCell className={BESIDE}>{words("columns.closes")}</HeaderCell>}
          <HeaderCell numeric>{words("columns.started")}</HeaderCell>
          <HeaderCell numeric>{words("columns.submitted")}</HeaderCell>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Row key={line.assignmentId}>
            <RowHeader dir="auto">
              <TextLink href={`/teach/assignments/${line.assignmentId}`}>{line.title}</TextLink>
              <span className="block font-normal text-13 text-ink-2 md:hidden">
                {line.className}
                <br />
                {words(upcoming ? "columns.opens" : "columns.due")}{" "}
                <Instant at={upcoming ? line.opensAt : line.dueAt} clock={clock} />
              </span>
            </RowHeader>
            <Cell dir="auto" className={BESIDE}>
              {line.className}
            </Cell>
            {upcoming && <DateCell at={line.opensAt} clock={clock} />}
            <DateCell at={line.dueAt} clock={clock} />
            {!upcoming && <DateCell at={line.closesAt} clock={clock} />}
            <Cell numeric>{words("of", { count: line.started, total: line.students })}</Cell>
            <Cell numeric>
              {line.hasQuiz ? words("of", { count: line.submitted, total: line.students }) : words("noQuiz")}
            </Cell>
          </Row>
        ))}
      </tbody>
    </DataTable>
  )
}

function DateCell({ at, clock }: { at: Date; clock: Clock }) {
  return (
    <Cell className={cn("whitespace-nowrap", BESIDE)}>
      <Instant at={at} clock={clock} />
    </Cell>
  )
}
