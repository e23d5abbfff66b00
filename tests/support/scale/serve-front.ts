import type { AddressInfo } from "node:net"
import { fastRoutes } from "@/app/fast-routes"
import { createFrontServer } from "@/lib/platform/front-server"
import { closeOverdueAttempts } from "@/lib/quiz/server/close-overdue-attempts"

// The part of a process that answers itself, without Next behind it, and its sweep: started by front-processes.ts.
const next = (_: unknown, response: import("node:http").ServerResponse) => void response.writeHead(418).end()
const server = createFrontServer({ fastRoutes, next, development: false, trustProxy: false })
setInterval(() => void closeOverdueAttempts(new Date()).catch(() => {}), 200)
server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port))
process.on("disconnect", () => process.exit(0))
