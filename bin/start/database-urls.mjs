import { Refusal, sentence } from "./progress.mjs"

/**
 * Where PostgreSQL itself answers, with no pooler in between: as lib/platform/connection-urls has it, which is packed into
 * the server and cannot be read before there is one. A test holds the two together.
 *
 * @param {Record<string, string | undefined>} environment
 */
export function directDatabaseUrl(environment = process.env) {
  return environment.DIRECT_DATABASE_URL?.trim() || environment.DATABASE_URL
}

/**
 * A direct way to a database that is not used is a mistake: the embedded one would be taken without a word.
 *
 * @param {Record<string, string | undefined>} environment
 */
export function refuseLoneDirectUrl(environment = process.env) {
  if (environment.DIRECT_DATABASE_URL?.trim() && !environment.DATABASE_URL)
    throw new Refusal(sentence("start.loneDirectUrl"))
}
