import "server-only"
import { LRUCache } from "lru-cache"
import type { SidePackets } from "@/lib/lesson/side-packets"
import { database } from "@/lib/platform/database"

const kept = new LRUCache<string, SidePackets>({ max: 500 })

/** The packets of a sealed version, which never change and are kept in the process. */
export async function loadSidePackets(lessonVersionId: string): Promise<SidePackets> {
  const known = kept.get(lessonVersionId)
  if (known) return known
  const select = { packetFor: true, packetAgainst: true }
  const packets = await database().lessonVersion.findUniqueOrThrow({ where: { id: lessonVersionId }, select })
  kept.set(lessonVersionId, packets)
  return packets
}
