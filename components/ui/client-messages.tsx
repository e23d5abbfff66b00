import { getMessages } from "next-intl/server"
import type { ReactNode } from "react"
import { MessagesProvider } from "@/components/ui/messages-provider"
import { writeMessages } from "@/components/ui/pick-messages"

type ClientMessagesProps = {
  /** Rooms of messages, or branches of one: "quiz", "reading.settings". Only these travel to the browser. */
  rooms: readonly string[]
  children: ReactNode
}

/** Sentences for the client components within, beside those of the surroundings ("common" is always there). */
export async function ClientMessages({ rooms, children }: ClientMessagesProps) {
  return <MessagesProvider text={writeMessages(await getMessages(), rooms)}>{children}</MessagesProvider>
}
