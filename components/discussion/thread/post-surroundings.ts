import type { PostActions } from "@/components/discussion/posts/post-acts"
import type { PostSurroundings } from "@/components/discussion/posts/post-item"
import { threadAddress } from "@/components/discussion/thread/thread-address"
import { type ComposerWords, replyComposer } from "@/components/discussion/thread/thread-composers"
import { addressOf, type OpenThreadProps } from "@/components/discussion/thread/thread-props"
import type { PostView } from "@/lib/discussion/thread/thread-view"

/** What the posts of a window have around them. */
export function surroundings(props: OpenThreadProps, words: ComposerWords): PostSurroundings {
  const { view, asked, thread } = props
  const { order, index } = thread.window
  const here = { order, window: index, sentence: asked.sentence }
  return {
    ...everyPost(props),
    answeringId: view.mayPost ? asked.answer : null,
    answerHref: view.mayPost
      ? (postId) => threadAddress(addressOf(view), { ...here, post: null, answer: postId })
      : null,
    postHref: (postId) => threadAddress(addressOf(view), { post: postId }),
    composer: view.mayPost && asked.answer ? replyComposer(props, asked.answer, words) : null,
  }
}

/** What every post of the page has around it, whether it stands in a window or came just now. */
export const everyPost = ({ view, clock, userId, acts, thread }: OpenThreadProps) => ({
  assignmentId: view.assignmentId,
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
