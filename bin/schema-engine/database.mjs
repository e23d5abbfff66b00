import pg from "pg"

// Options of Prisma's own, which libpq and pg do not know.
const prismaOnlyOptions = [
  "schema",
  "connection_limit",
  "pool_timeout",
  "pgbouncer",
  "single_use_connections",
]

/** A datasource URL taken apart: what pg may connect to, and the schema Prisma means. */
export function parseDatasourceUrl(datasourceUrl) {
  const url = new URL(datasourceUrl)
  const schema = url.searchParams.get("schema") ?? "public"
  const database = decodeURIComponent(url.pathname.slice(1)) || "postgres"
  for (const option of prismaOnlyOptions) url.searchParams.delete(option)
  return { url: url.toString(), schema, database }
}

export function urlOfDatabase(url, database) {
  const other = new URL(url)
  other.pathname = `/${encodeURIComponent(database)}`
  return other.toString()
}

export async function runStatement(url, statement) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await client.query(statement)
  } finally {
    await client.end()
  }
}

export async function canConnect(datasourceUrl) {
  await runStatement(parseDatasourceUrl(datasourceUrl).url, "SELECT 1")
}

/** Answers the name of the database it made. */
export async function createDatabase(datasourceUrl) {
  const { url, database } = parseDatasourceUrl(datasourceUrl)
  await runStatement(urlOfDatabase(url, "postgres"), `CREATE DATABASE ${pg.escapeIdentifier(database)}`)
  return database
}

export async function dropDatabase(datasourceUrl) {
  const { url, database } = parseDatasourceUrl(datasourceUrl)
  await runStatement(urlOfDatabase(url, "postgres"), `DROP DATABASE ${pg.escapeIdentifier(database)}`)
}

/** The code the CLI decides by: P1003 missing database, P1000 refused password, P1001 not reachable. */
export function prismaErrorCode(error) {
  if (error.code === "3D000") return "P1003"
  if (error.code?.startsWith("28")) return "P1000"
  return "P1001"
}
