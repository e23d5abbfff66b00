import { HaltNotice } from "@/components/discussion/moderation/halt-notice"
import { OwnActs } from "@/components/discussion/moderation/own-acts"
import { StaffStops, type StopActs } from "@/components/discussion/moderation/staff-stops"
import type { ThreadClock } from "@/components/discussion/thread/thread-clock"
import type { ActionResult } from "@/components/ui/action-form"
import type { HaltView } from "@/lib/discussion/moderation/halt"
import type { OwnActLine } from "@/lib/discussion/moderation/moderation-act"

type KeptProps = {
  assignmentId: string
  kept: { halt: HaltView | null; acts: readonly OwnActLine[] }
  clock: ThreadClock
  /** Null for students. */
  stops: StopActs | null
  appeal: (input: unknown) => Promise<ActionResult<unknown>>
}

/** Above the questions of a discussion: whether it is paused, what was done with one's own posts, and the staff's brake. */
export function Kept({ assignmentId, kept, clock, stops, appeal }: KeptProps) {
  return (
    <>
      {kept.halt && <HaltNotice halt={kept.halt} stops={stops} className="mb-4" />}
      {stops && !kept.halt && (
        <div className="mb-5">
          <StaffStops stops={stops} halt={null} />
        </div>
      )}
      <OwnActs assignmentId={assignmentId} acts={kept.acts} clock={clock} appeal={appeal} />
    </>
  )
}
