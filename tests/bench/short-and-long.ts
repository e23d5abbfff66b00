import type { BenchSchool } from "./bench-school"
import { makeBenchThread } from "./bench-thread"
import type { Measurement, Stack } from "./measure"
import { measureOpening } from "./open-thread"
import { measureReplies } from "./reply"
import type { Figure } from "./report"

const SHORT = 50
const LONG = 5000

type Run = { port: number; school: BenchSchool; stack: Stack; operations: number }

/** W4d: the first window of a thread of 5,000 posts beside that of one of 50, and a reply to each. Both should cost the same. */
export async function openShortAndLong(
  run: Run,
): Promise<{ measurements: Measurement[]; figures: Figure[] }> {
  const short = await makeBenchThread(run.school, { position: 1, posts: SHORT, conversation: 4 })
  const long = await makeBenchThread(run.school, { position: 2, posts: LONG, conversation: 4 })
  const open = (key: string, thread: typeof short, operations: number) =>
    measureOpening(
      { ...run, thread, operations },
      { key, name: `${key}, ${thread.postIds.length} posts: first window`, href: thread.path },
    )
  await open("W4d short", short, 60)
  await open("W4d long", long, 60)
  const windows = [
    await open("W4d short", short, run.operations),
    await open("W4d long", long, run.operations),
  ]
  const reply = (key: string, thread: typeof short) =>
    measureReplies({ ...run, thread }, { key, name: `${key}, ${thread.postIds.length} posts: a reply` })
  const replies = [await reply("W4d reply, short", short), await reply("W4d reply, long", long)]
  return {
    measurements: [...windows, ...replies],
    figures: [
      ratio("W4d first window, CPU of 5,000 posts to 50", windows),
      ratio("W4d reply, CPU of 5,000 posts to 50", replies),
    ],
  }
}

function ratio(name: string, [short, long]: readonly Measurement[]): Figure {
  const value = (long?.cpuMsPerOperation ?? 0) / (short?.cpuMsPerOperation ?? 1)
  return { name, value, unit: "", goal: "at most 1.2" }
}
