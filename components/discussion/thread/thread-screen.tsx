import { NameOpened } from "@/components/discussion/names/name-opened"
import { OwnWaiting } from "@/components/discussion/posts/own-waiting"
import { FocusOnArrival } from "@/components/discussion/thread/focus-on-arrival"
import { OpenThread } from "@/components/discussion/thread/open-thread"
import { everyPost } from "@/components/discussion/thread/post-surroundings"
import { ShutThread } from "@/components/discussion/thread/shut-thread"
import { Leans, ThreadAside } from "@/components/discussion/thread/thread-aside"
import { ThreadHead } from "@/components/discussion/thread/thread-head"
import type { ThreadScreenProps } from "@/components/discussion/thread/thread-props"
import { ThreadStops } from "@/components/discussion/thread/thread-stops"
import { WatchedThread } from "@/components/discussion/thread/watched-thread"

/** One question and, once it has opened for the viewer, what everybody wrote. */
export function ThreadScreen(props: ThreadScreenProps) {
  const { view, closes, ownBy, asked } = props
  const { assignmentId, prompt, group, isStaff, thread } = view
  const order = thread?.window.order ?? "argued"
  // One object for both of whom it is handed to, so that it is sent once.
  const opened = thread && { ...props, thread, around: everyPost({ ...props, thread }) }
  const page = (
    <div className="mx-auto flex w-full max-w-page flex-col px-4 pt-6 pb-16 md:px-6 md:pt-8 lg:grid lg:grid-cols-[minmax(0,46rem)_19rem] lg:justify-between lg:gap-16">
      <div className="max-lg:contents">
        <ThreadHead
          {...{ assignmentId, prompt, group, isStaff, closes, ownBy, order }}
          counts={thread?.counts ?? null}
        />
        <OwnWaiting posts={view.ownWaiting} userId={props.userId} clock={props.clock} acts={props.acts} />
        {view.opened && <NameOpened opened={view.opened} alias={view.signedAs.name} clock={props.clock} />}
        <ThreadStops {...props} />
        {opened ? <OpenThread {...opened} /> : <ShutThread {...props} />}
        {thread && <Leans {...props} id="leans-below" className="mt-8 lg:hidden" />}
      </div>
      {thread && <ThreadAside {...props} />}
      {asked.post && <FocusOnArrival id={`p-${asked.post}`} />}
    </div>
  )
  return opened ? <WatchedThread {...opened} page={page} /> : page
}
