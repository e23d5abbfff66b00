import "server-only"
import { Worker } from "node:worker_threads"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { DocumentFault, FlatDocument } from "@/lib/reading/document/flat-document"
import { documentBundle } from "@/lib/reading/server/document-bundle"
import { inTurn } from "@/lib/reading/server/in-turn"

export type DocumentSource = { format: "docx"; bytes: Uint8Array } | { format: "html"; html: string }
export type DocumentAnswer = { ok: true; value: FlatDocument } | { ok: false; fault: DocumentFault }

/** Caps of one reading. Time counts from when the worker starts. */
export type DocumentLimits = { memoryMegabytes: number; milliseconds: number }
const LIMITS: DocumentLimits = { memoryMegabytes: 256, milliseconds: 15_000 }

/**
 * Reads a Word file or a web page in a worker of its own, with caps on memory and time and with neither files nor network.
 * Two are read at a time; others wait their turn.
 */
export async function readDocument(
  source: DocumentSource,
  limits: DocumentLimits = LIMITS,
): Promise<Decision<FlatDocument>> {
  const program = await documentBundle()
  const answer = await inTurn(() => runWorker(program, source, limits))
  return answer.ok ? allow(answer.value) : refuse("invalid", `reading.${answer.fault}`, { field: "file" })
}

function runWorker(program: string, source: DocumentSource, limits: DocumentLimits): Promise<DocumentAnswer> {
  return new Promise((resolve) => {
    const worker = new Worker(program, {
      eval: true,
      workerData: source,
      env: {},
      execArgv: [],
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: limits.memoryMegabytes, stackSizeMb: 4 },
    })
    const end = (answer: DocumentAnswer) => {
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
