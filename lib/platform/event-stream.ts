import "server-only"
import { listen, personTopic } from "@/lib/platform/notifications"

/** What somebody hears. */
export type Hearing = {
  userId: string
  sessionId: string
  topic: string
  /** Where nothing happens, how often the right to hear is asked again, in milliseconds; left out: every 20 seconds. */
  beatEvery?: number
  /**
   * What is to be sent now, as text of an event stream; "" for nothing. Null: this person may hear no more. It asks the
   * database each time, so that whoever left the class or signed out gets no further byte.
   */
  next: () => Promise<string | null>
}

/** How many streams one session may hold. A page closes its own while nobody looks at it. */
const MOST_PER_SESSION = 6
/** However often they signed in. */
const MOST_PER_PERSON = 24
const MOST_PER_PROCESS = 4_000
/** The first announcement is answered at once; those that come within this many milliseconds of an answer, together. */
const GATHER_FOR = 250
/** How often a sign of life is sent, in milliseconds. */
const BEAT_EVERY = 20_000
/** After how long a browser connects again, in milliseconds. */
const RETRY_AFTER = 3_000

type Stream = { userId: string; sessionId: string; end: () => void }

// On globalThis, because Next and the front server load their own copies of this file.
const holder = globalThis as typeof globalThis & { colloquyStreams?: Set<Stream> }
const streams = (): Set<Stream> => {
  holder.colloquyStreams ??= new Set()
  return holder.colloquyStreams
}

/** How many streams browsers hold open. */
export const openStreamCount = (): number => streams().size

/** Ends every stream, so that a server can stop. Browsers connect again, and miss nothing. */
export function closeEventStreams(): void {
  for (const stream of [...streams()]) stream.end()
}

/** A response that goes on: `first`, and whatever comes. Null where this session, this person or the process holds too many. */
export function openEventStream(hearing: Hearing, first: string): Response | null {
  const open = [...streams()]
  const own = open.filter((stream) => stream.userId === hearing.userId)
  const here = own.filter((stream) => stream.sessionId === hearing.sessionId)
  if (here.length >= MOST_PER_SESSION || own.length >= MOST_PER_PERSON) return null
  if (open.length >= MOST_PER_PROCESS) return null
  return new Response(streamOf(hearing, `retry: ${RETRY_AFTER}\n\n${first}`), {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store, no-transform",
      // A connection that served a stream is not kept: it would hold up a server that stops.
      connection: "close",
      "x-accel-buffering": "no",
    },
  })
}

function streamOf(hearing: Hearing, first: string): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder()
  let teller: ReturnType<typeof tellerOf> | undefined
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        controller.enqueue(bytes.encode(first))
        teller = tellerOf(hearing, {
          send: (text) => controller.enqueue(bytes.encode(text)),
          isFull: () => (controller.desiredSize ?? 0) <= 0,
          close: () => controller.close(),
        })
      },
      pull: () => teller?.resume(),
      cancel: () => teller?.stop(),
    },
    { highWaterMark: 4 },
  )
}

type Sink = { send: (text: string) => void; isFull: () => boolean; close: () => void }

/** Asks what is next when something was announced and at every beat, one question at a time, and sends the answer. */
function tellerOf(hearing: Hearing, sink: Sink) {
  const state = { isAsking: false, isOver: false, isOwed: false }
  let gathering: NodeJS.Timeout | undefined
  const stop = () => {
    state.isOver = true
    clearInterval(beat)
    clearTimeout(gathering)
    for (const unlisten of unlistens) unlisten()
    streams().delete(entry)
  }
  const end = () => {
    if (state.isOver) return
    stop()
    sink.close()
  }
  const ask = async (sign: string) => {
    if (state.isOver) return
    // A reader that does not keep up is asked for again when it has caught up: nothing is heaped up for it.
    if (state.isAsking || sink.isFull()) {
      state.isOwed = true
      return
    }
    state.isAsking = true
    // A database that does not answer ends the stream too: without it nobody's right is known.
    const text = await hearing.next().catch(() => null)
    state.isAsking = false
    if (state.isOver) return
    if (text === null) return end()
    if (text || sign) sink.send(text || sign)
    resume()
  }
  const resume = () => {
    if (!state.isOwed || state.isAsking || state.isOver) return
    state.isOwed = false
    gather()
  }
  let askedAt = Number.NEGATIVE_INFINITY
  const gather = () => {
    const wait = Math.max(0, askedAt + GATHER_FOR - performance.now())
    gathering ??= setTimeout(() => {
      gathering = undefined
      askedAt = performance.now()
      void ask("")
    }, wait)
  }
  const entry: Stream = { userId: hearing.userId, sessionId: hearing.sessionId, end }
  const beat = setInterval(() => void ask(":\n\n"), hearing.beatEvery ?? BEAT_EVERY)
  // What is announced to a person is often that they may hear no more.
  const unlistens = [...new Set([hearing.topic, personTopic(hearing.userId)])].map((topic) =>
    listen(topic, gather),
  )
  streams().add(entry)
  return { resume, stop }
}
