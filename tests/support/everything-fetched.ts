import type { Page, Response } from "@playwright/test"

/** A reply that a page of ours brought to the browser. */
export type Fetched = { method: string; url: URL; headers: Record<string, string>; body: string }

/** What is the same for everybody, and may be kept by anybody: files named by what is in them. */
const isStatic = ({ pathname }: URL): boolean =>
  pathname.startsWith("/_next/static/") || pathname === "/icon.svg"

/** From now on remembers all that a page asks for, and every reply that is not the same for everybody. */
export function rememberFetched(page: Page) {
  const origins = new Set<string>()
  const replies: Promise<Fetched | null>[] = []
  page.on("request", (request) => {
    const url = new URL(request.url())
    // A picture or a file made in the page goes to nobody.
    if (url.protocol !== "data:" && url.protocol !== "blob:") origins.add(url.origin)
  })
  page.on("response", (response) => {
    if (!isStatic(new URL(response.url()))) replies.push(readReply(response))
  })
  const fetched = async () => (await Promise.all(replies)).filter((one) => one !== null)
  return { origins, fetched }
}

async function readReply(response: Response): Promise<Fetched | null> {
  const headers = response.headers()
  const about = { method: response.request().method(), url: new URL(response.url()), headers }
  // A stream of events has no end, and a page that was left no body any more.
  const isStream = headers["content-type"]?.startsWith("text/event-stream") ?? false
  const body = isStream ? "" : await response.text().catch(() => "")
  return { ...about, body }
}

/** What a page left in the browser: storage of both kinds, databases and caches, as text. */
export const keptInBrowser = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const rowsOf = (db: IDBDatabase, store: string) =>
      new Promise<unknown[]>((resolve, reject) => {
        const asked = db.transaction(store).objectStore(store).getAll()
        asked.onsuccess = () => resolve(asked.result)
        asked.onerror = () => reject(asked.error)
      })
    const open = (name: string) =>
      new Promise<IDBDatabase>((resolve, reject) => {
        const asked = indexedDB.open(name)
        asked.onsuccess = () => resolve(asked.result)
        asked.onerror = () => reject(asked.error)
      })
    const databases: unknown[] = []
    for (const { name = "" } of await indexedDB.databases()) {
      const db = await open(name)
      for (const store of db.objectStoreNames) databases.push([name, store, await rowsOf(db, store)])
      db.close()
    }
    return JSON.stringify({
      local: Object.entries(localStorage).sort(),
      session: Object.entries(sessionStorage).sort(),
      databases,
      caches: await caches.keys(),
    })
  })
