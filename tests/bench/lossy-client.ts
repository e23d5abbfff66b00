import http from "node:http"
import { setTimeout as pause } from "node:timers/promises"
import { type Call, call, type Reply, type Send } from "./http-client"

export type Losses = {
  requests: number
  replies: number
  /** Connections that broke by themselves, as an idle one does that is closed while it is used again. */
  broken: number
  /** Answers that ask to come again. */
  busy: number
}

export type LossyClient = { send: Send; losses: Losses }

/**
 * A client on a bad network: of its calls this share is cut off on the way to the server, and of the rest this share of
 * replies never arrives though the server has done its work. Whoever waits asks again, as the quiz page does, until an
 * answer comes: an acknowledgement is what counts.
 */
export function lossyClient(share: number): LossyClient {
  const losses: Losses = { requests: 0, replies: 0, broken: 0, busy: 0 }
  const once = async (port: number, asked: Call): Promise<Reply | null> => {
    if (Math.random() < share) {
      losses.requests += 1
      await cutOff(port, asked)
      return null
    }
    const reply = await call(port, asked).catch(() => null)
    if (!reply) losses.broken += 1
    if (reply?.status === 429) losses.busy += 1
    if (!reply || reply.status === 429) return null
    if (Math.random() >= share) return reply
    losses.replies += 1
    return null
  }
  const send: Send = async (port, asked) => {
    for (;;) {
      const reply = await once(port, asked)
      if (reply) return reply
      await pause(20 + Math.random() * 80)
    }
  }
  return { send, losses }
}

/** Sends the head of a request and half its body, and drops the connection. */
function cutOff(port: number, { method = "GET", path, cookie = "", json }: Call): Promise<void> {
  const body = json === undefined ? "" : JSON.stringify(json)
  const origin = `http://127.0.0.1:${port}`
  const length = Buffer.byteLength(body)
  const headers = { cookie, origin, "content-type": "application/json", "content-length": length }
  return new Promise((resolve) => {
    const request = http.request({ host: "127.0.0.1", port, method, path, headers, agent: false })
    request.on("error", () => resolve())
    request.on("close", () => resolve())
    request.write(body.slice(0, Math.floor(body.length / 2)) || "", () => request.destroy())
    request.flushHeaders()
    // A request without a body has nothing to be written first.
    if (body === "") request.destroy()
  })
}
