import type http from "node:http"
import type { AddressInfo } from "node:net"
import { encode } from "next-auth/jwt"
import { afterAll, afterEach, beforeAll, expect } from "vitest"
import { fastRoutes } from "@/app/fast-routes"
import { readThreadEvent } from "@/lib/discussion/thread/heard"
import { closeEventStreams } from "@/lib/platform/event-stream"
import { createFrontServer } from "@/lib/platform/front-server"
import { closeListener } from "@/lib/platform/notifications"
import { makeSession } from "./factories"

/** The front server of a test file, without Next behind it: whatever it does not answer itself is 418. */
export function useFrontServer() {
  let server: http.Server
  let base = ""
  beforeAll(async () => {
    process.env.NEXTAUTH_SECRET ??= "a secret of the tests, at least 32 letters long"
    const next = (_: http.IncomingMessage, response: http.ServerResponse) =>
      void response.writeHead(418).end()
    server = createFrontServer({ fastRoutes, next, development: false, trustProxy: false })
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterEach(() => closeEventStreams())
  afterAll(async () => {
    closeEventStreams()
    server.closeAllConnections()
    await closeListener()
  })
  return {
    base: () => base,
    hear: (path: string, headers: Record<string, string> = {}) => hear(`${base}${path}`, headers),
  }
}

export async function signedIn(user: { id: string }) {
  const { token, sessionId } = await makeSession(user.id)
  const secret = process.env.NEXTAUTH_SECRET ?? ""
  const value = await encode({ token: { sub: user.id, sessionToken: token }, secret })
  return { sessionId, cookie: `next-auth.session-token=${value}` }
}

/** What a browser hears of a stream, byte for byte, as it comes. */
async function hear(url: string, headers: Record<string, string>) {
  const stop = new AbortController()
  const reply = await fetch(url, { headers, signal: stop.signal })
  const heard = { text: "", isOver: false }
  const reader = reply.body?.pipeThrough(new TextDecoderStream()).getReader()
  const reading = (async () => {
    for (;;) {
      const part = await reader?.read()
      if (!part || part.done) break
      heard.text += part.value
    }
    heard.isOver = true
  })().catch(() => {})
  return { status: reply.status, headers: reply.headers, heard, reading, stop: () => stop.abort() }
}

const eventsOf = (text: string) =>
  [...text.matchAll(/^data: (.*)$/gm)].map(([, data]) => readThreadEvent(data))

/** The numbers of new posts that a thread's stream told, in order. */
export const seqsOf = (text: string): number[] => eventsOf(text).flatMap((event) => event.seqs)
/** The numbers of posts that it said had changed, in order. */
export const changedOf = (text: string): number[] => eventsOf(text).flatMap((event) => event.changed)
/** How a browser names the last event it heard. */
export const lastIdOf = (text: string): string => [...text.matchAll(/^id: (.*)$/gm)].at(-1)?.[1] ?? ""

export const until = (holds: () => boolean) => expect.poll(holds, { timeout: 20_000 }).toBe(true)
