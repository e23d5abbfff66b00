/**
 * Answers that wait on a device lie under one key for each person and attempt: a shared computer shows and sends to
 * nobody what is another person's.
 */
const PREFIX = "colloquy.quiz."

export const outboxKey = (personId: string, attemptId: string): string => `${PREFIX}${personId}.${attemptId}`

/** The attempts of which something of this person waits under these keys. */
export function attemptsWaiting(keys: readonly string[], personId: string): string[] {
  const own = outboxKey(personId, "")
  return keys
    .filter((key) => key.startsWith(own) && key.length > own.length)
    .map((key) => key.slice(own.length))
}
