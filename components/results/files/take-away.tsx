"use client"

import { Download } from "lucide-react"
import { useTranslations } from "next-intl"
import { Popover } from "radix-ui"
import { type ReactNode, useId } from "react"
import { Button } from "@/components/ui/button"

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
    <Popover.Root>
      <Popover.Trigger asChild>
        <Button dense>
          <Download aria-hidden />
          {words("open")}
        </Button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="end"
          sideOffset={4}
          collisionPadding={8}
          aria-label={words("open")}
          className="z-50 max-h-(--radix-popover-content-available-height) w-[28rem] max-w-[calc(100vw-1rem)] overflow-y-auto rounded-corner border border-rule bg-raised px-4 py-3 shadow-lift print:hidden"
        >
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
                <FileLink
                  name={words(`${table}.name`)}
                  as="CSV"
                  href={`${base}/results.csv?table=${table}`}
                />
                <FileLink
                  name={words(`${table}.name`)}
                  as="Excel"
                  href={`${base}/results.xlsx?table=${table}`}
                />
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
          <p className="mt-2 border-rule border-t pt-2 text-13 text-ink-2">{words("foot")}</p>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

function FileLine({ name, holds, children }: { name: string; holds: string; children: ReactNode }) {
  return (
    <li className="flex items-start justify-between gap-4 py-1.5">
      <div className="min-w-0">
        <p className="font-semibold text-15">{name}</p>
        <p className="text-13 text-ink-2">{holds}</p>
      </div>
      <p className="flex shrink-0 gap-3 pt-0.5 text-15">{children}</p>
    </li>
  )
}

function FileLink({ name, as, href }: { name: string; as: "CSV" | "Excel" | "PDF"; href: string }) {
  return (
    <a
      className="link inline-flex min-h-6 items-center rounded-mark"
      href={href}
      aria-label={`${name}, ${as}`}
      download
    >
      {as}
    </a>
  )
}
