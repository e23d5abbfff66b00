import pg from "pg"

/** One statement on a connection of its own: the server's pool does not exist yet. */
export async function query(url, text) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await client.query(text)
  } finally {
    await client.end()
  }
}
