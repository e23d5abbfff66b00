import "server-only"
import { parentPort, workerData } from "node:worker_threads"
import { type FlatDocument, RefusedDocument } from "@/lib/reading/document/flat-document"
import { readDocx } from "@/lib/reading/document/read-docx"
import { readHtml } from "@/lib/reading/document/read-html"
import type { DocumentAnswer, DocumentSource } from "@/lib/reading/server/read-document"

// Runs alone in a worker, packed by document-bundle.ts without the modules that reach files or the network.
Reflect.deleteProperty(globalThis, "fetch")
Reflect.deleteProperty(globalThis, "WebSocket")

const read = async (source: DocumentSource): Promise<FlatDocument> =>
  source.format === "docx" ? readDocx(source.bytes) : readHtml(source.html)

const answer = (message: DocumentAnswer): void => parentPort?.postMessage(message)

read(workerData).then(
  (value) => answer({ ok: true, value }),
  // Whatever a parser trips over, a stack too deep included, is the file's fault and not ours.
  (error: unknown) =>
    answer({ ok: false, fault: error instanceof RefusedDocument ? error.fault : "damaged" }),
)
