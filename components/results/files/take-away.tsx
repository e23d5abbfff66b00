"use client"

import { useTranslations } from "next-intl"
import { useId } from "react"
import { FileLine, FileLink, TakeAwayMenu } from "@/components/results/files/take-away-menu"

type TakeAwayProps = {
  assignmentId: string
  /** On the page of one student: whose report comes first. */
  student?: { enrolmentId: string; name: string } | undefined
}

const tables = ["students", "items", "quiz", "answers", "discussion"] as const
const shapes = ["canvas", "classroom", "powerteacher"] as const

/** What of an assignment can be taken away, file by file, with what each holds. For those who may. */
export function TakeAway({ assignmentId, student }: TakeAwayProps) {
  const words = useTranslations("results.files.menu")
  const others = useId()
  const base = `/api/assignments/${assignmentId}`
  return (
    <TakeAwayMenu foot={words("foot")}>
      <ul>
        {student && (
          <FileLine name={words("report.name", { name: student.name })} holds={words("report.holds")}>
            <FileLink
              name={words("report.name", { name: student.name })}
              as="PDF"
              href={`${base}/students/${student.enrolmentId}/report.pdf`}
            />
          </FileLine>
        )}
        {tables.map((table) => (
          <FileLine key={table} name={words(`${table}.name`)} holds={words(`${table}.holds`)}>
            <FileLink name={words(`${table}.name`)} as="CSV" href={`${base}/results.csv?table=${table}`} />
            <FileLink name={words(`${table}.name`)} as="Excel" href={`${base}/results.xlsx?table=${table}`} />
          </FileLine>
        ))}
        <FileLine name={words("all.name")} holds={words("all.holds")}>
          <FileLink name={words("all.name")} as="Excel" href={`${base}/results.xlsx`} />
        </FileLine>
      </ul>
      <p id={others} className="mt-3 border-rule border-t pt-3 font-semibold text-13 text-ink-2">
        {words("others")}
      </p>
      <ul aria-labelledby={others}>
        {shapes.map((shape) => (
          <FileLine key={shape} name={words(`${shape}.name`)} holds={words(`${shape}.holds`)}>
            <FileLink name={words(`${shape}.name`)} as="CSV" href={`${base}/scores.csv?shape=${shape}`} />
          </FileLine>
        ))}
      </ul>
    </TakeAwayMenu>
  )
}
