import { AskedOfYou } from "@/components/discussion/restating/asked-of-you"
import { NextToAnswer } from "@/components/discussion/thread/next-to-answer"
import { threadAddress } from "@/components/discussion/thread/thread-address"
import { addressOf, type ThreadScreenProps } from "@/components/discussion/thread/thread-props"
import { LeansOn } from "@/components/discussion/thread/thread-side"

/** What stands beside a thread: a post to answer, and the sentences it leans on. */
export function ThreadAside(props: ThreadScreenProps) {
  const { view, clock, acts } = props
  const { thread } = view
  if (!thread) return null
  const hrefOf = (postId: string) => threadAddress(addressOf(view), { post: postId, answer: postId })
  const next = { offer: thread.next, ownSide: thread.ownSide, clock, hrefOf, skip: acts.skipOffer }
  return (
    <aside className="max-lg:-order-1 max-lg:mt-2 lg:sticky lg:top-6 lg:self-start">
      <AskedOfYou
        count={thread.askedOfYou.length}
        href={threadAddress(addressOf(view), { post: thread.askedOfYou[0] })}
      />
      {view.mayPost && <NextToAnswer {...next} isEmpty={thread.counts.posts === 0} />}
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
