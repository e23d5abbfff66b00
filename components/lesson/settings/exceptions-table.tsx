import { useTranslations } from "next-intl"
import { type Clock, Instant } from "@/components/lesson/instant"
import { ConfirmedAct } from "@/components/lesson/settings/confirmed-act"
import type { ActionResult } from "@/components/ui/action-form"
import { Cell, DataTable, HeaderCell, Row, RowHeader } from "@/components/ui/data-table"

export type ExceptionLine = {
  enrolmentId: string
  name: string
  dueAt: Date | null
  closesAt: Date | null
  extraMinutes: number
  excused: boolean
  reason: string | null
}

type ExceptionsTableProps = {
  assignmentId: string
  lines: readonly ExceptionLine[]
  clock: Clock
  withdrawAction: (input: unknown) => Promise<ActionResult<unknown>>
}

/** Students whose times differ from the class's, with what was agreed and why. */
export function ExceptionsTable({ lines, ...rest }: ExceptionsTableProps) {
  const words = useTranslations("lesson.settings.exceptions")
  return (
    <DataTable caption={words("caption")} minWidth="44rem">
      <thead>
        <tr>
          <HeaderCell>{words("student")}</HeaderCell>
          <HeaderCell>{words("due")}</HeaderCell>
          <HeaderCell>{words("closes")}</HeaderCell>
          <HeaderCell numeric>{words("minutes")}</HeaderCell>
          <HeaderCell>{words("reason")}</HeaderCell>
          <HeaderCell>
            <span className="sr-only">{words("acts")}</span>
          </HeaderCell>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <ExceptionRow key={line.enrolmentId} line={line} {...rest} />
        ))}
      </tbody>
    </DataTable>
  )
}

type ExceptionRowProps = Omit<ExceptionsTableProps, "lines"> & { line: ExceptionLine }

function ExceptionRow({ line, assignmentId, clock, withdrawAction }: ExceptionRowProps) {
  const words = useTranslations("lesson.settings.exceptions")
  const { name, enrolmentId, extraMinutes } = line
  const date = (at: Date | null) => (at ? <Instant at={at} clock={clock} /> : words("asClass"))
  return (
    <Row>
      <RowHeader dir="auto">
        {name}
        {line.excused && <span className="block font-normal text-13 text-held">{words("excused")}</span>}
      </RowHeader>
      <Cell>{date(line.dueAt)}</Cell>
      <Cell>{date(line.closesAt)}</Cell>
      <Cell numeric>{extraMinutes > 0 ? words("extra", { minutes: extraMinutes }) : "–"}</Cell>
      <Cell dir="auto">{line.reason}</Cell>
      <Cell className="text-end">
        <ConfirmedAct
          label={words("withdraw")}
          ariaLabel={words("withdrawOf", { name })}
          title={words("withdrawTitle", { name })}
          variant="quiet"
          input={{ assignmentId, enrolmentId }}
          action={withdrawAction}
        >
          {words("withdrawText")}
        </ConfirmedAct>
      </Cell>
    </Row>
  )
}
