import type { BenchSchool } from "./bench-school"
import type { BenchThread } from "./bench-thread"
import { call } from "./http-client"
import { type Measurement, measure, type Stack } from "./measure"

const POSTS_PER_WINDOW = 30
const AT_ONCE = 16

export type ThreadRun = {
  port: number
  school: BenchSchool
  thread: BenchThread
  stack: Stack
  operations: number
}

/** W4a: a long thread is opened at its beginning, opened at its last but one post, and paged through to its end. */
export async function openThread(run: ThreadRun): Promise<Measurement[]> {
  const permalink = `${run.thread.path}?post=${run.thread.postIds.at(-2)}`
  await checkThread(run, permalink)
  const count = run.thread.postIds.length
  return [
    await measureOpening(run, {
      key: "W4a first",
      name: `W4a ${count} posts: first window`,
      href: run.thread.path,
    }),
    await measureOpening(run, {
      key: "W4a permalink",
      name: `W4a link to post ${count - 1}`,
      href: permalink,
    }),
    await measurePaging(run),
  ]
}

const cookieOf = ({ school }: ThreadRun, index: number) =>
  school.students[index % school.students.length]?.cookie

type Opening = { key: string; name: string; href: string }

export function measureOpening(run: ThreadRun, { key, name, href }: Opening): Promise<Measurement> {
  return measure({
    key,
    name,
    stack: run.stack,
    operations: run.operations,
    atOnce: AT_ONCE,
    run: async (index) => {
      const reply = await call(run.port, { path: href, cookie: cookieOf(run, index) })
      return { ok: reply.status === 200, bytes: reply.bytes, said: `${reply.status}` }
    },
  })
}

/** The page, and then each further window by the link to the later part: one operation is the whole thread. */
function measurePaging(run: ThreadRun): Promise<Measurement> {
  return measure({
    key: "W4a all",
    name: `W4a all ${run.thread.postIds.length}, ${windowsOf(run)} windows`,
    stack: run.stack,
    operations: Math.ceil(run.operations / windowsOf(run)),
    atOnce: AT_ONCE,
    run: async (index) => {
      let bytes = 0
      for (let window = 0; window < windowsOf(run); window += 1) {
        const reply = await loadWindow(run, { window, cookie: cookieOf(run, index) })
        bytes += reply.bytes
        if (reply.status !== 200) return { ok: false, bytes, said: `${reply.status}` }
      }
      return { ok: true, bytes }
    },
  })
}

/** At most so many: a conversation is never cut, so a window may hold more. */
const windowsOf = ({ thread }: ThreadRun) => Math.ceil(thread.postIds.length / POSTS_PER_WINDOW)

type WindowCall = { window: number; cookie: string | undefined; headers?: Record<string, string> }

async function loadWindow(run: ThreadRun, { window, cookie, headers }: WindowCall) {
  const { port, thread } = run
  if (window === 0) return call(port, { path: thread.path, cookie, headers })
  const router = { rsc: "1", "next-router-state-tree": routerTree(run, window - 1), ...headers }
  const path = `${thread.path}?window=${window}`
  const known = addresses.get(path)
  const reply = await call(port, { path: known ?? path, cookie, headers: router })
  const { location } = reply.headers
  if (known || reply.status !== 307 || !location) return reply
  const { pathname, search } = new URL(location, "http://localhost")
  addresses.set(path, `${pathname}${search}`)
  return call(port, { path: `${pathname}${search}`, cookie, headers: router })
}

/** Next's router adds a digest of its headers to an address (`_rsc`). The server says which when it is missing. */
const addresses = new Map<string, string>()

/** What Next's router says of the page it stands on, so that only what changes is sent. */
function routerTree({ school, thread }: ThreadRun, window: number): string {
  const page = window === 0 ? "__PAGE__" : `__PAGE__?${JSON.stringify({ window: String(window) })}`
  const leaf = { children: [page, {}] }
  const prompt = { children: [["promptId", thread.promptId, "d", null], leaf] }
  const discuss = { children: ["discuss", prompt] }
  const assignment = { children: [["assignmentId", school.assignmentId, "d", null], discuss] }
  return encodeURIComponent(JSON.stringify(["", { children: ["a", assignment] }]))
}

/** A post in a page's HTML, or as a further window brings it: by what it says, to be drawn in the browser. */
const POST = /"by-([0-9a-f-]{36})"|"id":"([0-9a-f-]{36})","parentId"/g

/** Throws where what is to be measured is not what it is called: every post once, and the linked one on its page. */
async function checkThread(run: ThreadRun, permalink: string): Promise<void> {
  const [cookie, headers] = [cookieOf(run, 0), { "accept-encoding": "identity" }]
  const linked = await call(run.port, { path: permalink, cookie, headers })
  if (!linked.body.includes(`id="p-${run.thread.postIds.at(-2)}"`))
    throw new Error("the linked post is missing")
  const seen = new Set<string>()
  for (let window = 0; window < windowsOf(run); window += 1) {
    const { body, status } = await loadWindow(run, { window, cookie, headers })
    if (status !== 200) throw new Error(`window ${window} answered ${status}: ${body.slice(0, 300)}`)
    for (const [, drawn, sent] of body.matchAll(POST)) seen.add(drawn ?? sent ?? "")
  }
  const missing = run.thread.postIds.filter((id) => !seen.has(id))
  if (missing.length > 0) throw new Error(`${missing.length} posts of the thread were in none of its windows`)
}
