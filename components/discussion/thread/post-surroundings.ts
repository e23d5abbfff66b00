import type { PostActions } from "@/components/discussion/posts/post-acts"
import type { EveryPost } from "@/components/discussion/posts/post-item"
import type { OpenThreadProps } from "@/components/discussion/thread/thread-props"
import type { PostView } from "@/lib/discussion/thread/thread-view"

/** What every post of the page has around it, whether it stands in a window or came just now. */
export const everyPost = ({ view, clock, userId, acts, thread, asked }: OpenThreadProps): EveryPost => ({
  assignmentId: view.assignmentId,
  answeringId: view.mayPost ? asked.answer : null,
  clock,
  linksText: !view.isStaff,
  userId,
  acts: postActionsOf(acts),
  editing: {
    promptId: view.prompt.id,
    thread: view.group.key,
    hasSides: view.prompt.hasSides,
    isStaff: view.isStaff,
    requiresRestatement: view.requiresRestatement,
    loadSentences: acts.loadSentences,
    loadPosts: acts.loadPosts,
  },
  mayReport: view.mayReport,
  mayHide: view.mayHide,
  norms: view.norms,
  helpLine: view.helpLine,
  isOwnOver: view.ownPostBy !== null && clock.now.getTime() >= view.ownPostBy,
  mayOpenNames: view.mayOpenNames,
  openingId: view.isStaff ? null : onlyOpening(thread.window.posts),
})

const postActionsOf = (acts: PostActions): PostActions => ({
  edit: acts.edit,
  takeBack: acts.takeBack,
  putBack: acts.putBack,
  report: acts.report,
  hide: acts.hide,
  giveBack: acts.giveBack,
  resend: acts.resend,
  appeal: acts.appeal,
  openName: acts.openName,
  loadHistory: acts.loadHistory,
  answerRestatement: acts.answerRestatement,
  rewordRestatement: acts.rewordRestatement,
  settleRestatement: acts.settleRestatement,
})

/** The viewer's only post at the top, as far as this window shows: taking it back shuts the thread. */
function onlyOpening(posts: readonly PostView[]): string | null {
  const own = posts.filter((post) => post.own?.mayTakeBack && post.parentId === null)
  return own.length === 1 ? (own[0]?.id ?? null) : null
}
