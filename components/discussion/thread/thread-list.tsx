import { useTranslations } from "next-intl"
import { PostItem, type PostSurroundings } from "@/components/discussion/posts/post-item"
import { LivePost } from "@/components/discussion/thread/live-post"
import { cn } from "@/components/ui/cn"
import type { ThreadNode } from "@/lib/discussion/thread/build-thread"
import type { PostView } from "@/lib/discussion/thread/thread-view"

/** A thread as it was argued: each post with its answers beneath it. */
export function ThreadList({ nodes, around }: { nodes: readonly ThreadNode[]; around: PostSurroundings }) {
  return (
    <ol className="mt-5">
      {nodes.map((node) => (
        <ThreadBranch key={node.key} node={node} around={around} depth={0} />
      ))}
    </ol>
  )
}

function ThreadBranch({
  node,
  around,
  depth,
}: {
  node: ThreadNode
  around: PostSurroundings
  depth: number
}) {
  const words = useTranslations("discussion.thread")
  const name = node.post?.author?.name
  const isAnswered = around.answeringId !== null && around.answeringId === node.post?.id
  return (
    <li className={cn("relative", depth > 0 && branchStyle)}>
      <PostOrGap post={node.post} around={around} isWaiting={depth === 0 && node.replyCount === 0} />
      {(node.replies.length > 0 || isAnswered) && (
        <ol
          aria-label={name ? words("replies", { name }) : words("repliesToHidden")}
          className={depth === 0 ? "ms-5 md:ms-26" : "ms-4 md:ms-6"}
        >
          {isAnswered && (
            <li className={cn("relative", branchStyle, "before:border-accent")}>{around.composer}</li>
          )}
          {node.replies.map((reply) => (
            <ThreadBranch key={reply.key} node={reply} around={around} depth={depth + 1} />
          ))}
        </ol>
      )}
    </li>
  )
}

function PostOrGap(props: { post: PostView | null; around: PostSurroundings; isWaiting: boolean }) {
  const words = useTranslations("discussion.thread")
  const { post, around, isWaiting } = props
  if (post) return <PostOfThread post={post} around={around} isWaiting={isWaiting && !post.author?.isYou} />
  return <p className="border-rule border-t py-3 text-ink-3">{words("missing")}</p>
}

function PostOfThread(props: { post: PostView; around: PostSurroundings; isWaiting: boolean }) {
  return (
    <LivePost id={props.post.id} isWaiting={props.isWaiting}>
      <PostItem {...props} />
    </LivePost>
  )
}

// The line that ties an answer to what it answers.
const branchStyle = cn(
  "before:absolute before:start-[-14px] before:-top-2.5 before:h-9.5 before:w-2.5 before:content-[''] md:before:start-[-20px] md:before:w-3.5",
  "before:border-rule-firm before:border-s before:border-b",
  "not-last:after:absolute not-last:after:start-[-14px] not-last:after:inset-y-5 not-last:after:bottom-0 not-last:after:content-[''] md:not-last:after:start-[-20px]",
  "not-last:after:border-rule-firm not-last:after:border-s",
)

type FlatListProps = { posts: readonly PostView[]; around: PostSurroundings; areWaiting?: boolean }

/** Posts one after the other: newest first, those that wait for an answer, or those that cite one sentence. */
export function FlatList({ posts, around, areWaiting = false }: FlatListProps) {
  return (
    <ol className="mt-5">
      {posts.map((post) => (
        <li key={post.id}>
          <PostOfThread post={post} around={around} isWaiting={areWaiting && !post.author?.isYou} />
          {around.answeringId === post.id && <div className="ms-5 md:ms-26">{around.composer}</div>}
        </li>
      ))}
    </ol>
  )
}
