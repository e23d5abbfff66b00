import "server-only"
import { createTranslator } from "use-intl/core"
import { type DigestLine, toldOf } from "@/lib/discussion/notices/digest-lines"
import type { Mail } from "@/lib/platform/mail"
import { loadMessages } from "@/lib/platform/messages"

export type DigestToWrite = {
  to: string
  name: string
  schoolName: string
  locale: string
  /** Where Colloquy is reached, without a slash at the end. */
  address: string
  unsubscribeToken: string
  lines: readonly DigestLine[]
}

/**
 * The mail of a day. It counts, and says at which questions: a mail cannot be taken back, so no word of a post and no
 * name stands in it.
 */
export function writeDigest(digest: DigestToWrite): Mail {
  const { to, name, schoolName, locale, address, unsubscribeToken, lines } = digest
  const words = createTranslator({ locale, messages: loadMessages(locale), namespace: "discussion.digest" })
  const count = toldOf(lines)
  const told = lines.map((line) => `- ${words(`line.${line.kind}`, line)}`)
  const stop = `${address}/unsubscribe/${unsubscribeToken}`
  const text = [
    words("greeting", { name }),
    words("lead", { count }),
    told.join("\n"),
    words("read", { href: `${address}/notices` }),
    words("foot", { school: schoolName, settings: `${address}/notices/settings`, stop }),
  ].join("\n\n")
  const unsubscribe = `${address}/api/unsubscribe/${unsubscribeToken}`
  return { to, subject: words("subject", { count }), text: `${text}\n`, unsubscribe }
}
