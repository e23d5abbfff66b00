import { requireVisit } from "@/app/a/[assignmentId]/require-visit"
import { StanceMoment } from "@/app/a/[assignmentId]/stance/stance-moment"
import { AssignmentFrame } from "@/components/lesson/assignment-frame"

type Props = {
  params: Promise<{ assignmentId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** The last stance, after the discussion, and what moved me. */
export default async function ReflectPage({ params, searchParams }: Props) {
  const { assignmentId } = await params
  const visit = await requireVisit(assignmentId, "reflect")
  return (
    <AssignmentFrame visit={visit} here="reflect">
      <StanceMoment
        visit={visit}
        moment="after_discussion"
        href={`/a/${assignmentId}/reflect`}
        isChanging={(await searchParams).change === "1"}
      />
    </AssignmentFrame>
  )
}
