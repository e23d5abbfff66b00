/** A server that takes mail, and what a mail says of this school's Colloquy. */
export type MailSettings = {
  /** smtp:// or smtps://, with user and password where it asks for them. */
  smtpUrl: string
  /** Who a mail is from: "Colloquy <colloquy@example.org>". */
  from: string
  /** Where people reach Colloquy, without a slash at the end: links in a mail begin so. */
  address: string
}

const NEEDED = ["SMTP_URL", "MAIL_FROM", "COLLOQUY_URL"] as const

/**
 * The mail settings of these variables; null where no mail server is set. Throws a sentence where it is half set, which
 * is a mistake to be seen at the start, and not when the first mail is lost.
 */
export function readMailSettings(environment: Record<string, string | undefined>): MailSettings | null {
  const given = (name: string) => environment[name]?.trim() ?? ""
  if (given("SMTP_URL") === "") return null
  const missing = NEEDED.filter((name) => given(name) === "")
  if (missing.length > 0)
    throw new Error(`Mail is half set: ${missing.join(" and ")} missing. Set them, or leave SMTP_URL out.`)
  return {
    smtpUrl: readUrl(given("SMTP_URL"), ["smtp:", "smtps:"], "SMTP_URL"),
    from: given("MAIL_FROM"),
    address: readUrl(given("COLLOQUY_URL"), ["http:", "https:"], "COLLOQUY_URL"),
  }
}

// The value is not repeated: it may hold a password, and this sentence goes to the log.
function readUrl(text: string, protocols: readonly string[], name: string): string {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url && protocols.includes(url.protocol) && url.host !== "") return text.replace(/\/+$/, "")
  throw new Error(`${name} is not an address that begins with ${protocols.join("// or ")}//.`)
}
