import { randomUUID } from "node:crypto"
import { PrismaPg } from "@prisma/adapter-pg"
import { ColumnTypeEnum } from "@prisma/driver-adapter-utils"
import pg from "pg"
import { parseDatasourceUrl, runStatement, urlOfDatabase } from "./database.mjs"

// PostgreSQL's internal "char", which introspection reads from pg_catalog and adapter-pg does not know; and text.
const internalCharOid = 18
const textOid = 25

/** Makes the engine's connections: the database itself, and the throwaway one that `migrate dev` compares with. */
export class MigrationAdapterFactory extends PrismaPg {
  constructor(datasource) {
    const { url, schema } = parseDatasourceUrl(datasource.url)
    super({ connectionString: url }, { schema })
    this.url = url
    this.schema = schema
    this.shadowDatabaseUrl = datasource.shadowDatabaseUrl
  }

  async connect() {
    return forMigrations(await super.connect())
  }

  // PrismaPg's own passes {connectionString, database}, where pg lets the string win: the "shadow" would be the real one.
  async connectToShadowDb() {
    if (this.shadowDatabaseUrl) return connectTo(parseDatasourceUrl(this.shadowDatabaseUrl))
    const database = `prisma_migrate_shadow_db_${randomUUID()}`
    const quoted = pg.escapeIdentifier(database)
    await runStatement(this.url, `CREATE DATABASE ${quoted}`)
    const shadow = await connectTo({ url: urlOfDatabase(this.url, database), schema: this.schema })
    const dispose = shadow.dispose.bind(shadow)
    shadow.dispose = async () => {
      await dispose()
      await runStatement(this.url, `DROP DATABASE IF EXISTS ${quoted} WITH (FORCE)`)
    }
    return shadow
  }
}

async function connectTo({ url, schema }) {
  return forMigrations(await new PrismaPg({ connectionString: url, max: 1 }, { schema }).connect())
}

function forMigrations(adapter) {
  // PrismaPg cuts scripts at every ";" and runs the pieces one by one, which breaks function bodies and leaves half a
  // migration behind. As one simple query the script is PostgreSQL's to parse, and one transaction.
  adapter.executeScript = async (script) => {
    await adapter
      .underlyingDriver()
      .query(script)
      .catch((error) => adapter.onError(error))
  }
  const startTransaction = adapter.startTransaction.bind(adapter)
  adapter.startTransaction = async (isolation) => readingInternalChar(await startTransaction(isolation))
  return readingInternalChar(adapter)
}

function readingInternalChar(queryable) {
  const queryRaw = queryable.queryRaw
  queryable.queryRaw = async (query) => {
    const charColumns = []
    const oneCall = Object.create(queryable)
    oneCall.performIO = async (statement) => {
      const result = await queryable.performIO(statement)
      for (const [index, field] of (result.fields ?? []).entries()) {
        if (field.dataTypeID !== internalCharOid) continue
        field.dataTypeID = textOid
        charColumns.push(index)
      }
      return result
    }
    const answer = await queryRaw.call(oneCall, query)
    for (const index of charColumns) answer.columnTypes[index] = ColumnTypeEnum.Character
    return answer
  }
  return queryable
}

/** Enough of a database for comparing one schema file with another, or with nothing. */
export const noDatabaseFactory = {
  provider: "postgres",
  adapterName: "no-database",
  connect: async () => noDatabase(),
  connectToShadowDb: async () => noDatabase(),
}

function noDatabase() {
  return {
    provider: "postgres",
    adapterName: "no-database",
    queryRaw: async () => ({ columnNames: [], columnTypes: [], rows: [] }),
    executeRaw: async () => 0,
    executeScript: async () => {},
    startTransaction: async () => {
      throw new Error("this command has no database")
    },
    getConnectionInfo: () => ({ schemaName: "public", supportsRelationJoins: true }),
    dispose: async () => {},
  }
}
