import { useTranslations } from "next-intl"
import { postTime } from "@/components/discussion/thread/thread-clock"
import { OwnComposer } from "@/components/discussion/thread/thread-composers"
import type { ThreadScreenProps } from "@/components/discussion/thread/thread-props"
import { ActButton } from "@/components/ui/act-button"
import { Notice } from "@/components/ui/notice"
import type { ThreadView } from "@/lib/discussion/thread/thread-view"

/** Before the first post: the composer, and not a word about anybody else. */
export function ShutThread(props: ThreadScreenProps) {
  const words = useTranslations("discussion")
  const { view } = props
  if (view.group.needsGroup) return null
  return (
    <div className="mt-4 md:ps-26">
      {view.mayPost ? (
        <>
          {view.takenBack && <TakenBack taken={view.takenBack} {...props} />}
          <OwnComposer {...props} heading={words("composer.yourAnswer")} hasPosted={false} />
          <Notice title={words("thread.gateTitle")} className="mt-2">
            {words("thread.gate")}{" "}
            {view.ownPostBy !== null &&
              words("thread.gateUntil", { at: postTime(view.ownPostBy, props.clock) })}
          </Notice>
        </>
      ) : (
        !view.halt && <Notice kind="warning">{words("thread.gateClosed")}</Notice>
      )}
    </div>
  )
}

function TakenBack({
  taken,
  clock,
  acts,
}: ThreadScreenProps & { taken: NonNullable<ThreadView["takenBack"]> }) {
  const words = useTranslations("discussion.own")
  const undo = (
    <ActButton variant="line" action={acts.putBack} input={{ postId: taken.id }}>
      {words("putBack", { until: postTime(taken.undoUntil, clock) })}
    </ActButton>
  )
  return (
    <Notice title={words("tookBack")} className="mb-4" acts={undo}>
      {words("tookBackText")}
    </Notice>
  )
}
