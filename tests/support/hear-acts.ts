import { expect } from "vitest"
import { closeEventStreams } from "@/lib/platform/event-stream"
import type { User } from "@/lib/platform/generated/client"
import { closeListener } from "@/lib/platform/notifications"
import { signedIn, until, type useFrontServer } from "./front-server"

export type Act = () => Promise<{ ok: boolean }>
/** After which act an event is waited for. */
export type Waits = "each" | "the first" | "the last" | "whatever comes"

type At = { assignmentId: string; promptId: string }
export type Listening = { user: User; at: At; after: string; hears: Waits }
type Server = ReturnType<typeof useFrontServer>

/** The bytes that each hears while things happen, one after the other: what comes together would be told together. */
export async function heardBy(
  server: Server,
  listeners: readonly Listening[],
  acts: readonly Act[],
): Promise<string[]> {
  const streams = []
  for (const { user, at, after, hears } of listeners) {
    const { cookie } = await signedIn(user)
    const path = `/api/assignments/${at.assignmentId}/prompts/${at.promptId}/events?after=${after}`
    streams.push({ hears, ...(await server.hear(path, { cookie })) })
  }
  for (const [done, act] of acts.entries()) {
    const waited: Waits[] = ["each"]
    if (done === 0) waited.push("the first")
    if (done === acts.length - 1) waited.push("the last")
    const before = streams.map((stream) => eventsIn(stream.heard.text))
    expect((await act()).ok).toBe(true)
    for (const [index, stream] of streams.entries())
      if (waited.includes(stream.hears)) await until(() => eventsIn(stream.heard.text) > (before[index] ?? 0))
  }
  closeEventStreams()
  for (const stream of streams) await stream.reading
  await closeListener()
  // Signs of life come by the clock.
  return streams.map(({ status, heard }) => `${status} ${heard.text.replaceAll(":\n\n", "")}`)
}

const eventsIn = (text: string): number => text.match(/^data:/gm)?.length ?? 0
