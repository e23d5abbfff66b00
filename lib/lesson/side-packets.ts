/** The strongest case for the lesson's statement, and against it, as paragraphs with an empty line between. Null: none. */
export type SidePackets = { packetFor: string | null; packetAgainst: string | null }

/** The paragraphs of a packet, in order; lines within one are run together. */
export const packetParagraphs = (packet: string): string[] =>
  packet
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, " ").trim())
    .filter((paragraph) => paragraph !== "")
