import "server-only"
import { parentPort, workerData } from "node:worker_threads"
import type { SealedAnswer } from "@/lib/platform/read-sealed"

/** Ways out of a worker that no import shows. Packing has taken the modules away; these would bring them back. */
const WAYS_OUT: [object, string[]][] = [
  [globalThis, ["fetch", "WebSocket", "EventSource", "require", "module"]],
  [process, ["getBuiltinModule", "binding", "_linkedBinding", "dlopen"]],
]

/** The whole of a sealed worker's program: reads what it was given, and answers `readSealed`. */
export function answerSealed<I, O>(read: (input: I) => O | Promise<O>): void {
  for (const [owner, names] of WAYS_OUT) for (const name of names) Reflect.deleteProperty(owner, name)
  const answer = (message: SealedAnswer<O>): void => parentPort?.postMessage(message)
  Promise.resolve(workerData as I)
    .then(read)
    .then(
      (value) => answer({ ok: true, value }),
      // Whatever a parser trips over, a stack too deep included, is the file's fault and not ours.
      () => answer({ ok: false, fault: "damaged" }),
    )
}
