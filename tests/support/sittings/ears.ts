import { hearNotices } from "@/lib/discussion/server/hear-notices"
import { hearThread } from "@/lib/discussion/server/hear-thread"
import type { Hearing } from "@/lib/platform/event-stream"
import { ONLOOKER, SHUT } from "./plan"
import { playerOf, type Scene } from "./scene"

type Ear = {
  part: number
  open: () => Promise<{ ok: true; value: { hearing: Hearing; first: string } } | { ok: false }>
  hearing: Hearing | null
}

/**
 * The streams of those who look on: of both threads and of their notices. The returned function lets each say what it
 * would send now, which goes to what its listener was told: asked after every act, because what comes together in time
 * would be told together.
 */
export function listen(scene: Scene): () => Promise<void> {
  const ears = [ONLOOKER, SHUT].flatMap((part) => earsOf(scene, part))
  return async () => {
    for (const ear of ears) {
      const text = await hear(ear)
      if (text) scene.told[ear.part]?.push(text)
    }
  }
}

function earsOf(scene: Scene, part: number): Ear[] {
  const { viewer } = playerOf(scene, part)
  const { assignmentId } = scene
  const threads = scene.prompts.map((promptId) => {
    const place = { assignmentId, promptId, after: 0, changes: 0, halt: null }
    return { part, open: () => hearThread(viewer, place), hearing: null }
  })
  return [...threads, { part, open: () => hearNotices(viewer), hearing: null }]
}

/** What the stream says; it is opened again where it was shut. */
async function hear(ear: Ear): Promise<string> {
  if (ear.hearing) {
    const text = await ear.hearing.next()
    if (text === null) ear.hearing = null
    return text ?? "the stream is over"
  }
  const opened = await ear.open()
  if (!opened.ok) return ""
  ear.hearing = opened.value.hearing
  return opened.value.first
}
