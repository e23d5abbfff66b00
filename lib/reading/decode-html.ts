import { allow, type Decision } from "@/lib/access/refusal"
import { type DecodedText, decodeText, refuseOtherThanText } from "@/lib/reading/decode-bytes"

/** A page says how its letters are stored within its first bytes, as the standard of HTML has it (it says 1024). */
const HEAD = 4096
const DECLARED = /<(?:meta[^>]{0,200}charset|\?xml[^>]{0,100}encoding)\s*=\s*["']?\s*([\w.:-]{2,40})/i

/** The text of a saved web page: by its byte order mark, by what it declares, else as `decodeBytes` would. */
export function decodeHtml(bytes: Uint8Array): Decision<DecodedText> {
  return refuseOtherThanText(bytes) ?? allow(decodeText(bytes, declaredEncoding(bytes)))
}

/** The encoding a page names, where a decoder knows it and it is not UTF-8, which is tried anyway. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, HEAD))
  const hasMark = head.startsWith("\u00ef\u00bb\u00bf")
  const label = DECLARED.exec(head)?.[1]?.toLowerCase()
  if (hasMark || !label || label.startsWith("utf")) return undefined
  try {
    return new TextDecoder(label).encoding
  } catch {
    return undefined
  }
}
