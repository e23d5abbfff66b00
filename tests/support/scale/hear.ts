import http from "node:http"

/** An event stream as a page holds it open. */
export type Stream = { text: () => string; isOver: () => boolean; stop: () => void }

export type StreamAt = { port: number; path: string; cookie: string }

/** Resolves once the server has answered with a stream; throws where it does not. */
export function hear({ port, path, cookie }: StreamAt): Promise<Stream> {
  return new Promise((resolve, reject) => {
    const options = { host: "127.0.0.1", port, path, headers: { cookie }, agent: false }
    const request = http.get(options, (response) => {
      if (response.statusCode !== 200) return reject(new Error(`a stream answered ${response.statusCode}`))
      let [text, isOver] = ["", false]
      response.setEncoding("utf8")
      response.on("data", (part: string) => {
        text += part
      })
      response.on("close", () => {
        isOver = true
      })
      response.on("error", () => {})
      resolve({ text: () => text, isOver: () => isOver, stop: () => request.destroy() })
    })
    request.on("error", reject)
  })
}

/** Asks again and again. False when it did not come true in so many seconds. */
export async function comesTrue(holds: () => boolean | Promise<boolean>, seconds: number): Promise<boolean> {
  for (const giveUpAt = Date.now() + seconds * 1000; Date.now() < giveUpAt; ) {
    if (await holds()) return true
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return holds()
}
