import type { ReactNode } from "react"
import type { EveryPost } from "@/components/discussion/posts/post-item"
import { LiveThread } from "@/components/discussion/thread/live-thread"
import type { OpenThreadProps } from "@/components/discussion/thread/thread-props"
import { buildThread, drawnSeqs } from "@/lib/discussion/thread/build-thread"
import type { LivePage } from "@/lib/discussion/thread/live-posts"

/** The page of an open thread, told of what happens in it. */
export function WatchedThread(props: OpenThreadProps & { around: EveryPost; page: ReactNode }) {
  const { view, around, acts } = props
  return (
    <LiveThread
      promptId={view.prompt.id}
      thread={view.group.key}
      page={livePage(props)}
      halt={view.halt?.kind ?? null}
      mayPost={view.mayPost}
      around={around}
      loads={{ loadNew: acts.loadNew, loadChanged: acts.loadChanged }}
    >
      {props.page}
    </LiveThread>
  )
}

function livePage({ thread, around }: OpenThreadProps & { around: EveryPost }): LivePage {
  const { window, lastSeq, lastChange } = thread
  const seqs = window.posts.map((post) => post.seq)
  const drawn = window.order === "argued" ? drawnSeqs(buildThread(window.posts, around.answeringId)) : seqs
  const cited = window.posts.flatMap((post) => post.citedPosts.map(({ seq }) => seq))
  return { lastSeq, lastChange, seqs, drawn, cited }
}
