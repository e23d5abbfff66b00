import { useTranslations } from "next-intl"
import { Section } from "@/components/people/section"
import { type StatusClock, statusTime } from "@/components/people/status/status-clock"
import { Cell, DataTable, HeaderCell, Row, RowHeader } from "@/components/ui/data-table"
import { EmptyState } from "@/components/ui/empty-state"

/** Times in milliseconds: since 1970, or of a length. */
export type ShownJob = {
  name: "sweep" | "digests"
  state: "failed" | "late" | "running" | "waiting"
  everyMs: number
  endedAt: number | null
  tookMs: number | null
  failures: number
  bug: string | null
}

/** What the server does by itself. */
export function JobsTable({ jobs, clock }: { jobs: readonly ShownJob[]; clock: StatusClock }) {
  const words = useTranslations("people.status")
  return (
    <Section title={words("jobs")} hint={words("jobsHint")}>
      {jobs.length === 0 ? (
        <EmptyState title={words("noJobs")}>{words("noJobsText")}</EmptyState>
      ) : (
        <DataTable caption={words("jobs")} minWidth="42rem">
          <thead>
            <tr>
              <HeaderCell>{words("what")}</HeaderCell>
              <HeaderCell>{words("state")}</HeaderCell>
              <HeaderCell numeric>{words("every")}</HeaderCell>
              <HeaderCell numeric>{words("lastRun")}</HeaderCell>
              <HeaderCell numeric>{words("took")}</HeaderCell>
              <HeaderCell numeric>{words("failures")}</HeaderCell>
            </tr>
          </thead>
          <tbody>
            {jobs.map((job) => (
              <JobRow key={job.name} job={job} clock={clock} />
            ))}
          </tbody>
        </DataTable>
      )}
    </Section>
  )
}

function JobRow({ job, clock }: { job: ShownJob; clock: StatusClock }) {
  const words = useTranslations("people.status")
  const { name, state, everyMs, endedAt, tookMs, failures, bug } = job
  return (
    <Row>
      <RowHeader>{words(`job.${name}`)}</RowHeader>
      <Cell className={state === "failed" || state === "late" ? "text-wrong" : undefined}>
        {words(`jobState.${state}`, { bug: bug ?? "" })}
      </Cell>
      <Cell numeric>{words("seconds", { count: everyMs / 1000 })}</Cell>
      <Cell numeric>{endedAt === null ? words("never") : statusTime(endedAt, clock)}</Cell>
      <Cell numeric>{tookMs === null ? "" : words("milliseconds", { count: Math.round(tookMs) })}</Cell>
      <Cell numeric>{failures}</Cell>
    </Row>
  )
}
