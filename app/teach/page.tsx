import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import { StaffPage } from "@/app/teach/classes/staff-page"
import { TodayView } from "@/components/lesson/today-view"
import { can } from "@/lib/access/permissions"
import { loadClasses } from "@/lib/classroom/server/load-classes"
import { arrangeToday } from "@/lib/lesson/arrange-today"
import { loadToday } from "@/lib/lesson/server/load-today"
import { now } from "@/lib/platform/clock"
import { requireViewer } from "@/lib/platform/session"

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("lesson.today"))("heading") }
}

/** A teacher's first page. */
export default async function Today() {
  const viewer = await requireViewer(["assistant", "teacher", "administrator"])
  const at = now()
  const [assignments, classes] = await Promise.all([loadToday(viewer, at), loadClasses(viewer)])
  const own = classes.filter((room) => room.role && !room.archived)
  const { timeZone, locale } = viewer.school
  return (
    <StaffPage viewer={viewer} here="today">
      <TodayView
        today={arrangeToday(assignments, at)}
        waiting={own.filter((room) => room.role === "teacher" && room.waiting > 0)}
        hasClasses={own.length > 0}
        teaches={can(viewer, "class.create")}
        clock={{ timeZone, locale, now: at }}
      />
    </StaffPage>
  )
}
