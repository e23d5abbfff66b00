import type { Metadata } from "next"
import { forbidden, notFound } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { StaffPage } from "@/app/teach/classes/staff-page"
import type { Clock } from "@/components/lesson/instant"
import { SettingsView } from "@/components/lesson/settings/settings-view"
import { ClientMessages } from "@/components/ui/client-messages"
import { loadGroupFacts } from "@/lib/discussion/server/load-group-facts"
import { loadAssignmentSettings } from "@/lib/lesson/server/load-assignment-settings"
import { now } from "@/lib/platform/clock"
import { requireViewer } from "@/lib/platform/session"
import {
  archiveAssignmentAction,
  editAssignmentAction,
  extendStudentAction,
  releaseResultsAction,
  setDiscussionRulesAction,
  withdrawExtensionAction,
} from "./actions"

type Props = { params: Promise<{ assignmentId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("lesson.settings"))("heading") }
}

/** Dates, policy, students with other times, release, putting away. */
export default async function AssignmentSettings({ params }: Props) {
  const viewer = await requireViewer(["assistant", "teacher", "administrator"])
  const { assignmentId } = await params
  const [found, groups] = await Promise.all([
    loadAssignmentSettings(viewer, assignmentId),
    loadGroupFacts(viewer, assignmentId),
  ])
  if (!found.ok) return found.refusal.kind === "forbidden" ? forbidden() : notFound()
  if (!groups) return notFound()
  const clock: Clock = { timeZone: viewer.school.timeZone, locale: viewer.school.locale, now: now() }
  return (
    <StaffPage viewer={viewer} openClass={found.value.classPublicId}>
      <ClientMessages rooms={["lesson.clashes", "lesson.settings", "lesson.policy"]}>
        <SettingsView
          settings={found.value}
          groups={groups}
          clock={clock}
          actions={{
            edit: editAssignmentAction,
            setRules: setDiscussionRulesAction,
            extend: extendStudentAction,
            withdraw: withdrawExtensionAction,
            release: releaseResultsAction,
            archive: archiveAssignmentAction,
          }}
        />
      </ClientMessages>
    </StaffPage>
  )
}
