import { COMMON_THREAD } from "@/lib/discussion/groups/thread-group"
import { type Move, replyMoves } from "@/lib/discussion/posts/moves"
import type { ThreadOrder } from "@/lib/discussion/thread/thread-view"

/** What of a thread an address asks for. */
export type ThreadAsked = {
  order?: ThreadOrder
  window?: number
  /** Opens the window that holds this post. */
  post?: string | null
  /** Opens the composer under this post. */
  answer?: string | null
  /** What that answer is to do, where something invites to it. */
  move?: Move | null
  sentence?: string | null
  /** Of a prompt with a thread for each group, which one staff want: see ThreadChoice. */
  thread?: string | null
}

/** The address of a thread as asked; what is the default is left out. */
export function threadAddress(
  at: { assignmentId: string; promptId: string; thread?: string },
  asked: ThreadAsked = {},
): string {
  const query = new URLSearchParams()
  if (asked.order && isOrder(asked.order) && !asked.sentence) query.set("order", asked.order)
  if (at.thread) query.set("thread", at.thread)
  if (asked.sentence) query.set("sentence", asked.sentence)
  if (asked.window) query.set("window", String(asked.window))
  if (asked.post) query.set("post", asked.post)
  if (asked.answer) query.set("answer", asked.answer)
  if (asked.answer && asked.move) query.set("move", asked.move)
  const text = query.size ? `?${query}` : ""
  const hash = asked.answer ? "#answer" : asked.post ? `#p-${asked.post}` : ""
  return `/a/${at.assignmentId}/discuss/${at.promptId}${text}${hash}`
}

type Query = Record<string, string | string[] | undefined>

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

const ORDERS: readonly unknown[] = ["newest", "unanswered", "sentence"] satisfies ThreadOrder[]

const isOrder = (asked: unknown): asked is ThreadOrder => ORDERS.includes(asked)

const orderOf = (asked: unknown): ThreadOrder => (isOrder(asked) ? asked : "argued")

/** The address of the map of a thread's argument. */
export function mapAddress(
  at: { assignmentId: string; promptId: string; thread?: string },
  picture = false,
): string {
  const query = new URLSearchParams()
  if (picture) query.set("view", "picture")
  if (at.thread) query.set("thread", at.thread)
  return `/a/${at.assignmentId}/discuss/${at.promptId}/map${query.size ? `?${query}` : ""}`
}

/** What an address asks for, whatever somebody typed into it. */
export function readThreadAddress(query: Query): Required<ThreadAsked> {
  const id = (name: string) => {
    const value = query[name]
    return typeof value === "string" && UUID.test(value) ? value : null
  }
  const window = Number(query.window)
  const sentence = id("sentence")
  return {
    order: sentence ? "sentence" : orderOf(query.order),
    window: Number.isInteger(window) && window > 0 && window < 10_000 ? window : 0,
    post: id("post"),
    answer: id("answer"),
    move: replyMoves.find((move) => move === query.move) ?? null,
    sentence,
    thread: query.thread === COMMON_THREAD ? COMMON_THREAD : id("thread"),
  }
}
