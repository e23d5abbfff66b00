import { LiveNext } from "@/components/discussion/thread/live-post"
import { threadAddress } from "@/components/discussion/thread/thread-address"
import { addressOf, type ThreadScreenProps } from "@/components/discussion/thread/thread-props"
import { LeansOn, NextToAnswer } from "@/components/discussion/thread/thread-side"

/** What stands beside a thread: a post to answer, and the sentences it leans on. */
export function ThreadAside(props: ThreadScreenProps) {
  const { view, clock } = props
  const { thread } = view
  if (!thread) return null
  const { next, ownSide } = thread
  const href = next && threadAddress(addressOf(view), { post: next.id, answer: next.id })
  return (
    <aside className="max-lg:-order-1 max-lg:mt-2 lg:sticky lg:top-6 lg:self-start">
      {next && href && view.mayPost && (
        <div className="border-accent pb-5 max-lg:mt-3 max-lg:border-t max-lg:pt-4">
          <LiveNext id={next.id}>
            <NextToAnswer {...{ next, ownSide, clock, href }} />
          </LiveNext>
        </div>
      )}
      <Leans {...props} id="leans-beside" className="border-rule pt-5 max-lg:hidden lg:border-t" />
    </aside>
  )
}

/** How many sentences stand beside a thread. */
const BESIDE = 6

/** The sentences it leans on: beside the thread, or beneath it on a phone. */
export function Leans({ view, id, className }: ThreadScreenProps & { id: string; className: string }) {
  if (!view.thread || view.thread.counts.posts === 0) return null
  return (
    <div className={className}>
      <LeansOn
        id={id}
        lean={view.thread.lean.slice(0, BESIDE)}
        hrefOf={(sentence) => threadAddress(addressOf(view), { sentence })}
      />
    </div>
  )
}
