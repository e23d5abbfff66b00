import { threadAddress } from "@/components/discussion/thread/thread-address"
import { noticeIdInput } from "@/lib/discussion/input"
import { openNotice } from "@/lib/discussion/server/open-notice"
import { now } from "@/lib/platform/clock"
import { requireViewer } from "@/lib/platform/session"

type Context = { params: Promise<{ noticeId: string }> }

/** Leads to the post of a notice, which is read from then on; back to the list where the post is not there any more. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const viewer = await requireViewer()
  const input = noticeIdInput.safeParse(await params)
  const opened = input.success ? await openNotice(viewer, input.data, now()) : null
  if (!opened?.ok) return leadTo("/notices?gone")
  const { postId, ...place } = opened.value
  return leadTo(threadAddress(place, { post: postId }))
}

const leadTo = (path: string): Response =>
  new Response(null, { status: 303, headers: { location: path, "cache-control": "no-store" } })
