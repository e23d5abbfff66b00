import { requireVisit } from "@/app/a/[assignmentId]/require-visit"
import { AssignmentFrame } from "@/components/lesson/assignment-frame"
import { StanceMoment } from "./stance-moment"

type Props = {
  params: Promise<{ assignmentId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** The first stance, before reading. */
export default async function StancePage({ params, searchParams }: Props) {
  const { assignmentId } = await params
  const visit = await requireVisit(assignmentId, "stance")
  return (
    <AssignmentFrame visit={visit} here="stance">
      <StanceMoment
        visit={visit}
        moment="before_reading"
        href={`/a/${assignmentId}/stance`}
        isChanging={(await searchParams).change === "1"}
      />
    </AssignmentFrame>
  )
}
