import type { ReactNode } from "react"
import { LiveThread } from "@/components/discussion/thread/live-thread"
import { everyPost } from "@/components/discussion/thread/post-surroundings"
import type { OpenThreadProps } from "@/components/discussion/thread/thread-props"
import { buildThread, drawnSeqs } from "@/lib/discussion/thread/build-thread"
import type { LivePage } from "@/lib/discussion/thread/live-posts"

/** The page of an open thread, told of what happens in it. */
export function WatchedThread(props: OpenThreadProps & { page: ReactNode }) {
  const { view, asked, acts } = props
  const answeringId = view.mayPost ? asked.answer : null
  return (
    <LiveThread
      promptId={view.prompt.id}
      thread={view.group.key}
      page={livePage(props)}
      halt={view.halt?.kind ?? null}
      mayPost={view.mayPost}
      around={{ ...everyPost(props), answeringId }}
      loads={{ loadNew: acts.loadNew, loadChanged: acts.loadChanged }}
    >
      {props.page}
    </LiveThread>
  )
}

function livePage({ view, thread, asked }: OpenThreadProps): LivePage {
  const { window, lastSeq, lastChange } = thread
  const seqs = window.posts.map((post) => post.seq)
  const drawn =
    window.order === "argued"
      ? drawnSeqs(buildThread(window.posts, view.mayPost ? asked.answer : null))
      : seqs
  const cited = window.posts.flatMap((post) => post.citedPosts.map(({ seq }) => seq))
  return { lastSeq, lastChange, seqs, drawn, cited }
}
