import type { Metadata } from "next"
import { redirect } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { startPracticeAction } from "@/app/a/[assignmentId]/practice/actions"
import { dismissRecallAction, seeOpenedNameAction } from "@/app/home/actions"
import { OpenedNames } from "@/components/discussion/names/opened-names"
import { HomeView } from "@/components/lesson/home-view"
import { RecallOffers } from "@/components/lesson/recall-offers"
import { StudentShell } from "@/components/shell/student-shell"
import { arrangeHome } from "@/lib/lesson/arrange-home"
import { loadHome } from "@/lib/lesson/server/load-home"
import { now } from "@/lib/platform/clock"
import { requireViewer } from "@/lib/platform/session"

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("shell"))("home") }
}

/** What a student has to do next. Staff have their own first page. */
export default async function Home() {
  const viewer = await requireViewer(undefined, "/home")
  if (viewer.role !== "student") redirect("/teach")
  const at = now()
  const { assignments, recalls, waitingFor, classCount, openedNames } = await loadHome(viewer, at)
  const { timeZone, locale } = viewer.school
  return (
    <StudentShell
      personId={viewer.userId}
      name={viewer.displayName}
      here="home"
      demonstration={viewer.demonstration}
    >
      <HomeView
        home={arrangeHome(assignments, at)}
        waitingFor={waitingFor}
        classCount={classCount}
        clock={{ timeZone, locale, now: at }}
      >
        <OpenedNames opened={openedNames} see={seeOpenedNameAction} />
        <RecallOffers offers={recalls} start={startPracticeAction} dismiss={dismissRecallAction} />
      </HomeView>
    </StudentShell>
  )
}
