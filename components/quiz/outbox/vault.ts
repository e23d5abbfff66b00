import { openStorage } from "@/components/quiz/outbox/stored-answers"
import { joinStored, readOutbox } from "@/lib/quiz/outbox"
import { outboxKey } from "@/lib/quiz/outbox-keys"

/**
 * A second copy of what waits on this device, on its disk at once. localStorage is what the pages of a browser share,
 * but Chromium writes it out after seconds, and after many changes after minutes: a battery that dies takes the newest
 * answers along. A strict transaction of IndexedDB is on disk when it is done.
 */
const NAME = "colloquy"
const STORE = "outbox"

let opening: Promise<IDBDatabase | null> | undefined

/** Null where the browser has none or forbids it: then the other copy is all there is. */
function openVault(): Promise<IDBDatabase | null> {
  opening ??= new Promise((resolve) => {
    try {
      const request = indexedDB.open(NAME, 1)
      request.onupgradeneeded = () => request.result.createObjectStore(STORE)
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => resolve(null)
      request.onblocked = () => resolve(null)
    } catch {
      resolve(null)
    }
  })
  return opening
}

const waiting = new Map<string, string | null>()
let isWriting = false

/**
 * Keeps this text under its key, or nothing. Those who call do not wait: a failure leaves the other copy. While one write
 * is under way only the newest text of each key waits for the next, so that typing asks no more of a disk than it can do.
 */
export function keepInVault(key: string, text: string | null): void {
  waiting.set(key, text)
  if (!isWriting) void writeWaiting()
}

async function writeWaiting(): Promise<void> {
  isWriting = true
  const vault = await openVault()
  while (waiting.size > 0) {
    const entries = [...waiting]
    waiting.clear()
    if (vault) await write(vault, entries)
  }
  isWriting = false
}

/** Resolves when it is on the disk, or cannot be. */
function write(vault: IDBDatabase, entries: readonly [string, string | null][]): Promise<void> {
  return new Promise((resolve) => {
    try {
      const change = vault.transaction(STORE, "readwrite", { durability: "strict" })
      change.oncomplete = () => resolve()
      change.onabort = () => resolve()
      const store = change.objectStore(STORE)
      for (const [key, text] of entries) {
        if (text === null) store.delete(key)
        else store.put(text, key)
      }
    } catch {
      // The browser has closed the database.
      resolve()
    }
  })
}

/** Puts back into localStorage what only the vault still has of this person. True where there was something. */
export async function fillFromVault(personId: string): Promise<boolean> {
  const [vault, storage] = [await openVault(), openStorage()]
  if (!vault || !storage) return false
  let filled = false
  for (const [key, text] of await entriesOf(vault, outboxKey(personId, ""))) {
    const here = readOutbox(storage.getItem(key))
    const joined = joinStored(here, readOutbox(text))
    if (JSON.stringify(joined) === JSON.stringify(here)) continue
    try {
      storage.setItem(key, JSON.stringify(joined))
      filled = true
    } catch {
      // No room there: it stays in the vault.
    }
  }
  return filled
}

function entriesOf(vault: IDBDatabase, prefix: string): Promise<[string, string][]> {
  return new Promise((resolve) => {
    const found: [string, string][] = []
    try {
      const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`)
      const request = vault.transaction(STORE).objectStore(STORE).openCursor(range)
      request.onerror = () => resolve([])
      request.onsuccess = () => {
        const cursor = request.result
        if (!cursor) return resolve(found)
        found.push([String(cursor.key), String(cursor.value)])
        cursor.continue()
      }
    } catch {
      resolve([])
    }
  })
}
