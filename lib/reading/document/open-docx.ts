import { strFromU8, unzipSync } from "fflate"
import { RefusedDocument } from "@/lib/reading/document/flat-document"

/** A Word file of a whole book has some hundred parts; a thousand is an attack or an accident. */
export const MOST_PARTS = 1000
/** Bytes that the parts with text may unpack to. */
export const MOST_UNPACKED = 20 * 1024 * 1024

/** Parts that hold text or say how it is laid out. Pictures, fonts and macros are never unpacked. */
const WANTED = /^(?:\[Content_Types\]\.xml|docProps\/core\.xml|(?:_rels|word)\/[^\s]*\.(?:xml|rels))$/

/**
 * The parts of a Word file with text in them, as XML. Counts before it unpacks: the size a part declares is also all the
 * room it gets. Refuses what is damaged, too large, or brings entities of its own.
 */
export function openDocx(bytes: Uint8Array): Map<string, string> {
  const parts = new Map<string, string>()
  for (const [name, content] of Object.entries(unpack(bytes))) {
    const xml = strFromU8(content)
    if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) throw new RefusedDocument("entities")
    parts.set(name, xml)
  }
  if (!parts.has("word/document.xml")) throw new RefusedDocument("damaged")
  return parts
}

function unpack(bytes: Uint8Array): Record<string, Uint8Array> {
  let count = 0
  let size = 0
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (++count > MOST_PARTS) throw new RefusedDocument("tooManyParts")
        if (!WANTED.test(name)) return false
        size += originalSize
        if (size > MOST_UNPACKED) throw new RefusedDocument("unpacksTooLarge")
        return true
      },
    })
  } catch (error) {
    throw error instanceof RefusedDocument ? error : new RefusedDocument("damaged")
  }
}
