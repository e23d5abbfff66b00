import type { AddressInfo } from "node:net"
import { fastRoutes } from "@/app/fast-routes"
import { database } from "@/lib/platform/database"
import { createFrontServer } from "@/lib/platform/front-server"
import { holdConsole } from "@/lib/platform/telemetry/hold-console"

// The front server as a process of its own, so that all it prints can be read. In place of Next stands what fails as pages do.

/** Ways in which libraries put somebody's words into an error, or print them. */
const failures: Record<string, (words: string) => unknown> = {
  own: (words) => Promise.reject(new Error(`Nobody is called ${words}`)),
  cause: (words) => Promise.reject(new Error("outer", { cause: new TypeError(`"${words}" is no function`) })),
  json: (words) => JSON.parse(`{"name": ${words}`),
  address: (words) => new URL(`${words} `),
  shape: (words) => database().user.findMany({ where: { id: words } }),
  argument: (words) => database().user.findMany({ where: JSON.parse(JSON.stringify({ [words]: words })) }),
  row: (words) =>
    database().user.create({
      data: { id: crypto.randomUUID(), userName: words, displayName: words, role: "student" },
    }),
  console: (words) => console.error(words, new Error(words), { words }),
}

const server = createFrontServer({
  fastRoutes,
  next: async (request, response) => {
    const asked = new URL(request.url ?? "/", "http://localhost").searchParams
    await failures[asked.get("fails") ?? ""]?.(asked.get("words") ?? "")
    response.writeHead(418).end()
  },
  development: false,
  trustProxy: false,
})
holdConsole()
server.listen(0, "127.0.0.1", () => process.send?.({ port: (server.address() as AddressInfo).port }))
process.on("disconnect", () => process.exit(0))
