import type { Metadata } from "next"
import { forbidden } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { StaffPage } from "@/app/teach/classes/staff-page"
import { BugsTable } from "@/components/people/status/bugs-table"
import { FindingsTable } from "@/components/people/status/findings-table"
import { JobsTable } from "@/components/people/status/jobs-table"
import { ProcessFacts } from "@/components/people/status/process-facts"
import { RoutesTable } from "@/components/people/status/routes-table"
import { UpTime } from "@/components/people/status/up-time"
import { WhatNeedsYou } from "@/components/people/status/what-needs-you"
import { buttonStyle } from "@/components/ui/button"
import { cn } from "@/components/ui/cn"
import { PageHeading } from "@/components/ui/page-heading"
import { loadStatus } from "@/lib/classroom/server/load-status"
import { formatClock } from "@/lib/lesson/school-time"
import { now } from "@/lib/platform/clock"
import { requireViewer } from "@/lib/platform/session"

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people.status"))("title") }
}

/** How the server is, for its administrators: what is wrong comes first. It stands still until it is asked again. */
export default async function StatusPage() {
  const viewer = await requireViewer(["administrator"], "/admin/status")
  const at = now()
  const loaded = await loadStatus(viewer, at)
  if (!loaded.ok) forbidden()
  const { version, upMs, findings, jobs, slowest, bugs, ...facts } = loaded.value
  const words = await getTranslations("people.status")
  const { timeZone, locale } = viewer.school
  const clock = { timeZone, locale, now: at }
  return (
    <StaffPage viewer={viewer} here="school">
      <PageHeading
        dense
        title={words("title")}
        lead={words.rich("lead", {
          version,
          at: formatClock(at, clock),
          length: () => <UpTime milliseconds={upMs} />,
        })}
        acts={
          <a className={cn(buttonStyle({ dense: true }))} href="/admin/status">
            {words("again")}
          </a>
        }
      />
      <WhatNeedsYou findings={findings} />
      <FindingsTable findings={findings} />
      <JobsTable jobs={jobs} clock={clock} />
      <BugsTable bugs={bugs} clock={clock} />
      <RoutesTable routes={slowest} />
      <ProcessFacts facts={facts} />
    </StaffPage>
  )
}
