import { HaltNotice } from "@/components/discussion/moderation/halt-notice"
import { StaffStops } from "@/components/discussion/moderation/staff-stops"
import type { ThreadScreenProps } from "@/components/discussion/thread/thread-props"

/** What stops writing in a thread, and for its staff how to stop it. */
export function ThreadStops({ view, stops }: ThreadScreenProps) {
  const { halt, mayHide, mayPost } = view
  return (
    <>
      {mayHide && stops && (
        <div className="mt-2 mb-1 md:ps-26">
          <StaffStops stops={stops} halt={halt?.kind ?? null} />
        </div>
      )}
      {halt && <HaltNotice halt={halt} stops={stops} keepsDraft={!mayPost} className="mt-4 md:ms-26" />}
    </>
  )
}
