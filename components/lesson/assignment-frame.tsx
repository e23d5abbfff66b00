import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { AssignmentShell } from "@/components/shell/assignment-shell"
import type { StepName, StepView } from "@/lib/lesson/steps"

type AssignmentFrameProps = {
  /** What `loadAssignmentVisit` gives. */
  visit: {
    viewer: { userId: string; displayName: string; demonstration: boolean }
    assignment: { id?: string; title: string; className: string }
    /** Missing in a preview. */
    enrolment?: { role: "student" | "assistant" | "teacher" }
    steps: readonly StepView[]
  }
  /** The step this page belongs to. */
  here?: StepName
  /** How far the step on this page is, from 0 to 1. */
  progress?: number
  banner?: ReactNode
  layout?: "page" | "bare" | "screen"
  children: ReactNode
}

/**
 * The shell of an assignment with a student's steps in words; staff of the class have none. Every page under /a/[assignmentId] brings its own: a layout is
 * not fetched again between two pages, and its rail would show the steps as they were.
 */
export function AssignmentFrame({ visit, here, progress, banner, layout, children }: AssignmentFrameProps) {
  const words = useTranslations("lesson.steps")
  const isStaff = visit.enrolment !== undefined && visit.enrolment.role !== "student"
  const rail = visit.steps.map((step) => ({
    label: words(`name.${step.step}`),
    detail: words(`detail.${step.detailCode}`, step.detailParams),
    state: step.state,
    href: step.href,
    isHere: step.step === here,
    ...(step.step === here && progress !== undefined ? { progress } : {}),
  }))
  return (
    <AssignmentShell
      personId={visit.viewer.userId}
      name={visit.viewer.displayName}
      title={visit.assignment.title}
      className={visit.assignment.className}
      demonstration={visit.viewer.demonstration}
      way={isStaff ? { staffHref: `/teach/assignments/${visit.assignment.id}` } : { steps: rail }}
      banner={banner}
      layout={layout}
    >
      {children}
    </AssignmentShell>
  )
}
