import "server-only"
import { Worker } from "node:worker_threads"
import { inTurn } from "@/lib/platform/in-turn"
import { sealedBundle } from "@/lib/platform/sealed-bundle"

/** `damaged`: the parser tripped over the file. `tooHeavy`, `tooSlow`: it was stopped at a cap. */
export type SealedFault = "damaged" | "tooHeavy" | "tooSlow"
export type SealedAnswer<O> = { ok: true; value: O } | { ok: false; fault: SealedFault }

/** Caps of one reading. Time counts from when the worker starts. */
export type SealedLimits = { memoryMegabytes: number; milliseconds: number }
const LIMITS: SealedLimits = { memoryMegabytes: 256, milliseconds: 15_000 }

/**
 * Has a stranger's file read in a worker of its own, with caps on memory and time and with neither files nor network; see
 * docs/decisions/0049. `entry` is the worker's file, from the project's folder: it hands its reader to `answerSealed`, which
 * gets `input` and whose value comes back, both as plain data. Two are read at a time; others wait their turn.
 */
export async function readSealed<O>(
  entry: string,
  input: unknown,
  limits: SealedLimits = LIMITS,
): Promise<SealedAnswer<O>> {
  const program = await sealedBundle(entry)
  return inTurn(() => runWorker<O>(program, input, limits))
}

function runWorker<O>(program: string, input: unknown, limits: SealedLimits): Promise<SealedAnswer<O>> {
  return new Promise((resolve) => {
    const worker = new Worker(program, {
      eval: true,
      workerData: input,
      env: {},
      execArgv: [],
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: limits.memoryMegabytes, stackSizeMb: 4 },
    })
    const end = (answer: SealedAnswer<O>) => {
      clearTimeout(timer)
      resolve(answer)
      worker.terminate()
    }
    const timer = setTimeout(() => end({ ok: false, fault: "tooSlow" }), limits.milliseconds)
    worker.once("message", end)
    // Out of memory, or a fault in a parser that no promise caught.
    worker.once("error", () => end({ ok: false, fault: "tooHeavy" }))
    worker.once("exit", () => end({ ok: false, fault: "tooHeavy" }))
  })
}
