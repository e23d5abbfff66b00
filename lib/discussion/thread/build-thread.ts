import type { PostView } from "./thread-view"

/** A post with what answers it. `post` is null for a placeholder: something is answered that this window lacks. */
export type ThreadNode = {
  key: string
  post: PostView | null
  replies: ThreadNode[]
  /** Visible posts beneath it, at any depth. */
  replyCount: number
}

/** How deep replies are drawn. What is deeper stands in order at the last level, and says whom it answers. */
export const DEEPEST = 2

/**
 * A thread from flat rows, by small passes: link, sort, flatten, drop the empty, count. A post that somebody is
 * answering keeps its place whatever became of it, since their draft stands beneath it.
 */
export const buildThread = (posts: readonly PostView[], answeringId: string | null = null): ThreadNode[] =>
  countReplies(dropEmpty(flattenDeep(sortBySeq(linkPosts(posts)), DEEPEST), answeringId))

/** Hangs each post beneath the one it answers; beneath a placeholder where that one is not here. */
export function linkPosts(posts: readonly PostView[]): ThreadNode[] {
  const nodes = new Map(posts.map((post) => [post.id, nodeOf(post.id, post)]))
  const roots: ThreadNode[] = []
  for (const post of posts) {
    const node = nodes.get(post.id)
    if (!node) continue
    if (post.parentId === null || isOlder(post, nodes.get(post.parentId))) roots.push(node)
    else parentOf(post.parentId, nodes, roots).replies.push(node)
  }
  return roots
}

const nodeOf = (key: string, post: PostView | null): ThreadNode => ({ key, post, replies: [], replyCount: 0 })

function parentOf(key: string, nodes: Map<string, ThreadNode>, roots: ThreadNode[]): ThreadNode {
  const known = nodes.get(key)
  if (known) return known
  const placeholder = nodeOf(key, null)
  nodes.set(key, placeholder)
  roots.push(placeholder)
  return placeholder
}

// An answer is younger than what it answers. A row that says otherwise must not make a circle.
const isOlder = (post: PostView, parent: ThreadNode | undefined): boolean =>
  parent?.post != null && parent.post.seq >= post.seq

/** By order of writing, which has no ties. A placeholder stands where its first reply would. */
export function sortBySeq(nodes: readonly ThreadNode[]): ThreadNode[] {
  const sorted = nodes.map((node) => ({ ...node, replies: sortBySeq(node.replies) }))
  return sorted.sort((one, other) => seqOf(one) - seqOf(other))
}

const seqOf = (node: ThreadNode): number =>
  node.post?.seq ?? Math.min(...node.replies.map((reply) => seqOf(reply)))

/** Draws nothing deeper than `deepest`: deeper replies follow their parent at that level. */
export function flattenDeep(nodes: readonly ThreadNode[], deepest: number): ThreadNode[] {
  if (deepest > 0) return nodes.map((node) => ({ ...node, replies: flattenDeep(node.replies, deepest - 1) }))
  return nodes
    .flatMap((node) => [{ ...node, replies: [] }, ...flattenDeep(node.replies, 0)])
    .sort((one, other) => seqOf(one) - seqOf(other))
}

/** A hidden post that nobody answered leaves nothing behind, but to its author, who is told why or may put it back. */
export function dropEmpty(nodes: readonly ThreadNode[], answeringId: string | null = null): ThreadNode[] {
  return nodes
    .map((node) => ({ ...node, replies: dropEmpty(node.replies, answeringId) }))
    .filter((node) => stays(node.post) || node.key === answeringId || node.replies.length > 0)
}

/** The numbers of the posts that a thread draws. */
export const drawnSeqs = (nodes: readonly ThreadNode[]): number[] =>
  nodes.flatMap((node) => [...(node.post ? [node.post.seq] : []), ...drawnSeqs(node.replies)])

const stays = (post: PostView | null): boolean =>
  post !== null && (post.state === "visible" || post.own?.hiddenFor != null || post.own?.undoUntil != null)

export function countReplies(nodes: readonly ThreadNode[]): ThreadNode[] {
  return nodes.map((node) => {
    const replies = countReplies(node.replies)
    const own = (reply: ThreadNode) => (reply.post?.state === "visible" ? 1 : 0) + reply.replyCount
    return { ...node, replies, replyCount: replies.reduce((sum, reply) => sum + own(reply), 0) }
  })
}
