import { BroughtNotice } from "@/components/quiz/outbox/brought-notice"
import { SignOutGuard } from "@/components/quiz/outbox/sign-out-guard"
import { ClientMessages } from "@/components/ui/client-messages"

type OutboxKeeperProps = {
  /** The person signed in. */
  personId: string
  /** The quiz itself is on this page, and sends what is its own. */
  inQuiz?: boolean
}

/** On every page of a student: brings answers that an earlier page could not send, and warns before signing out. */
export function OutboxKeeper({ personId, inQuiz = false }: OutboxKeeperProps) {
  return (
    <ClientMessages rooms={["quiz.outbox"]}>
      {!inQuiz && <BroughtNotice personId={personId} />}
      <SignOutGuard personId={personId} />
    </ClientMessages>
  )
}
