// The server under test, as a process of its own: nothing of the bench runs in it.
import { serverBundle } from "../../bin/start/bundle.mjs"

const { serve } = await import(serverBundle)
const { port } = await serve({ development: false, hostname: "127.0.0.1", port: 0 })
process.send({ port })
