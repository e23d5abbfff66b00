type Environment = Record<string, string | undefined>

/**
 * Where PostgreSQL itself answers: DIRECT_DATABASE_URL, else DATABASE_URL. What belongs to one connection for as long as it
 * is open (LISTEN, named statements, locks of a session) works there only: a pooler such as PgBouncer in transaction mode
 * gives every transaction another connection.
 */
export const directDatabaseUrl = (environment: Environment): string | undefined =>
  environment.DIRECT_DATABASE_URL?.trim() || environment.DATABASE_URL

/** Whether DATABASE_URL leads to a pooler: that is what another address for PostgreSQL itself is given for. */
export const hasPooler = (environment: Environment): boolean =>
  directDatabaseUrl(environment) !== environment.DATABASE_URL
