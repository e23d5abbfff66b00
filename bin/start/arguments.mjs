import { parseArgs } from "node:util"
import { Refusal, sentence } from "./progress.mjs"

/**
 * What `npm start` and `npm run dev` were asked for: flags, and the environment where there is no flag.
 *
 * @param {string[]} args
 * @param {Record<string, string | undefined>} environment
 */
export function parseArguments(args, environment = process.env) {
  const { values } = parse(args)
  const port = Number(values.port ?? environment.PORT ?? 3000)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Refusal(sentence("start.badPort", { port: values.port ?? environment.PORT }))
  const ownDatabase = !environment.DATABASE_URL
  return {
    development: values.dev,
    port,
    host: environment.HOST || undefined,
    // Invented people never get onto a school's own PostgreSQL unasked.
    demonstration: values.demo || (ownDatabase && !values["no-demo"]),
    reset: values.reset && values.dev && ownDatabase,
  }
}

function parse(args) {
  const flag = { type: "boolean", default: false }
  try {
    return parseArgs({
      args,
      options: { dev: flag, demo: flag, "no-demo": flag, reset: flag, port: { type: "string" } },
    })
  } catch (error) {
    throw new Refusal(`${error.message}\n${sentence("start.usage")}`)
  }
}
