import { createHash } from "node:crypto"
import http from "node:http"
import pg from "pg"

/**
 * Floor (a): a bare Node server that runs the very statement of a save and answers JSON. Nothing is decoded, checked
 * or shaped, so no server that does its duty can be faster. Started by the bench as a process of its own, with
 * the statement's text in FLOOR_STATEMENT; the caller sends its parameters as a JSON array.
 */
const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: Number(process.env.COLLOQUY_POOL ?? 10),
})
const text = process.env.FLOOR_STATEMENT ?? ""
const name = createHash("sha256").update(text).digest("hex").slice(0, 16)

type Parameter = string | number | null | { hex: string }

const unpack = (parameter: Parameter) =>
  typeof parameter === "object" && parameter !== null ? Buffer.from(parameter.hex, "hex") : parameter

const server = http.createServer(async (request, response) => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const values = (JSON.parse(Buffer.concat(chunks).toString()) as Parameter[]).map(unpack)
  const result = await pool.query({ name, text, values })
  response.setHeader("content-type", "application/json")
  response.end(JSON.stringify(result.rows))
})

server.listen(Number(process.env.PORT), "127.0.0.1", () => process.send?.("ready"))
