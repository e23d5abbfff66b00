import http from "node:http"
import type { BenchSchool, BenchStudent } from "./bench-school"
import type { BenchThread } from "./bench-thread"
import { percentiles } from "./percentiles"
import { postOneReply } from "./reply"
import type { Figure } from "./report"

/** What is not there after so many milliseconds counts as not received. */
const PATIENCE = 10_000

type Listener = { stop: () => void; heard: { seq: number; at: number }[] }

type Hearing = { port: number; school: BenchSchool; thread: BenchThread }

/** A stream as a page holds one open. Resolves once the server has answered. */
function listenAs({ port, school, thread }: Hearing, { cookie }: BenchStudent): Promise<Listener> {
  const after = thread.postIds.length
  const path = `/api/assignments/${school.assignmentId}/prompts/${thread.promptId}/events?after=${after}`
  return new Promise((resolve, reject) => {
    const request = http.get(
      { host: "127.0.0.1", port, path, headers: { cookie }, agent: false },
      (response) => {
        if (response.statusCode !== 200) return reject(new Error(`a stream answered ${response.statusCode}`))
        const heard: Listener["heard"] = []
        response.setEncoding("utf8")
        response.on("data", (text: string) => {
          for (const [, list = ""] of text.matchAll(/"seqs":\[([\d,]+)\]/g))
            for (const seq of list.split(",")) heard.push({ seq: Number(seq), at: performance.now() })
        })
        response.on("error", () => {})
        resolve({ stop: () => request.destroy(), heard })
      },
    )
    request.on("error", reject)
  })
}

/**
 * W6: how long, in milliseconds, a post takes to everybody who has its thread open. From the moment it is sent, and from
 * the moment its author is told that it stands; an event may come before that.
 */
export async function tellListeners(hearing: Hearing, posts: number): Promise<Figure[]> {
  const [author, ...others] = hearing.school.students
  const listeners = await Promise.all(others.map((student) => listenAs(hearing, student)))
  const [sent, told]: [number[], number[]] = [[], []]
  let missed = 0
  try {
    for (let post = 1; post <= posts; post += 1) {
      const seq = hearing.thread.postIds.length + post
      const sentAt = performance.now()
      const reply = await postOneReply({ ...hearing, parentId: hearing.thread.postIds[post], as: author })
      if (!reply.ok) throw new Error(`a post answered ${reply.said}`)
      const toldAt = performance.now()
      for (const at of await arrivals(listeners, seq)) {
        if (at === null) missed += 1
        else {
          sent.push(at - sentAt)
          told.push(at - toldAt)
        }
      }
    }
  } finally {
    for (const listener of listeners) listener.stop()
  }
  const name = `W6 a post reaches ${listeners.length} listeners`
  return [
    ...figuresOf(`${name}, from sending`, sent, "at most 300, aim for 150"),
    ...figuresOf(`${name}, from its acknowledgement`, told, null),
    {
      name: `W6 not received, of ${posts} posts x ${listeners.length}`,
      value: missed,
      unit: "",
      goal: "at most 0",
    },
  ]
}

const figuresOf = (name: string, values: readonly number[], goal: string | null): Figure[] =>
  Object.entries(percentiles(values)).map(([share, value]) => ({
    name: `${name}: ${share}`,
    value,
    unit: "ms",
    goal: share === "p95" ? goal : null,
  }))

/** When each heard of a post; null for whoever did not in time. */
async function arrivals(listeners: readonly Listener[], seq: number): Promise<(number | null)[]> {
  const until = performance.now() + PATIENCE
  const all = () => listeners.map(({ heard }) => heard.find((one) => one.seq === seq)?.at ?? null)
  while (all().includes(null) && performance.now() < until) await new Promise((done) => setTimeout(done, 50))
  return all()
}
