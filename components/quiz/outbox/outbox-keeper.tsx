import { useMessages } from "next-intl"
import { BroughtNotice } from "@/components/quiz/outbox/brought-notice"
import { SignOutGuard } from "@/components/quiz/outbox/sign-out-guard"
import { MessagesProvider } from "@/components/ui/messages-provider"
import { writeMessages } from "@/components/ui/pick-messages"

type OutboxKeeperProps = {
  /** The person signed in. */
  personId: string
  /** The quiz itself is on this page, and sends what is its own. */
  inQuiz?: boolean
}

/**
 * On every page of a student: brings answers that an earlier page could not send, and warns before signing out. It waits
 * for nothing, unlike `ClientMessages`: the parts of a page then come in one order, whatever is quicker.
 */
export function OutboxKeeper({ personId, inQuiz = false }: OutboxKeeperProps) {
  return (
    <MessagesProvider text={writeMessages(useMessages(), ["quiz.outbox"])}>
      {!inQuiz && <BroughtNotice personId={personId} />}
      <SignOutGuard personId={personId} />
    </MessagesProvider>
  )
}
