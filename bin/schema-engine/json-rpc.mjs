import { createInterface } from "node:readline"

/** Answers one request per line, in order, until the input ends. */
export async function answerRequests({ input, output, session }) {
  const send = (message) => output.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`)
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    const request = line.trim() === "" ? {} : JSON.parse(line)
    // What has no method acknowledges a request of ours.
    if (request.method) await answerOne({ request, session, send })
  }
}

async function answerOne({ request, session, send }) {
  const { id, method, params } = request
  try {
    const result = (await session.call(method, params)) ?? null
    if (method === "diff" && result?.stdout != null) sendPrintRequest(id, result.stdout, send)
    send({ id, result })
  } catch (error) {
    send({ id, error: await session.describeError(error) })
  }
}

// The native engine prints a comparison by asking the CLI to, with a request of its own.
function sendPrintRequest(id, content, send) {
  send({ id: 1_000_000 + Number(id), method: "print", params: { content } })
}
