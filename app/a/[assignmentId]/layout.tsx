import type { Metadata } from "next"
import type { ReactNode } from "react"
import { loadAssignmentVisit } from "@/lib/lesson/server/load-assignment-visit"

type Props = { params: Promise<{ assignmentId: string }>; children: ReactNode }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const visit = await loadAssignmentVisit((await params).assignmentId)
  return visit ? { title: `${visit.assignment.title}, ${visit.assignment.className}` } : {}
}

/** Draws nothing: each page brings its own AssignmentFrame, because a layout is not fetched again between two pages. */
export default function AssignmentLayout({ children }: Props) {
  return children
}
