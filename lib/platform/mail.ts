import "server-only"
import { createTransport, type Transporter } from "nodemailer"
import { mailSettings } from "@/lib/platform/environment"

export type Mail = {
  to: string
  subject: string
  text: string
  /** An address that ends these mails at one press, and asks nothing. */
  unsubscribe: string
}

/** How long a server may keep silent, in milliseconds. */
const PATIENCE = 15_000

type Held = { url: string; transport: Transporter }
const holder = globalThis as typeof globalThis & { colloquyMail?: Held }

/** Hands a mail to the school's server. Throws where it is not taken; never called without mail settings. */
export async function sendMail({ to, subject, text, unsubscribe }: Mail): Promise<void> {
  const settings = mailSettings()
  if (!settings) throw new Error("no mail server is set")
  await transportTo(settings.smtpUrl).sendMail({
    from: settings.from,
    to,
    subject,
    text,
    // RFC 8058: the mail program's own button ends it without opening a page.
    headers: {
      "List-Unsubscribe": `<${unsubscribe}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      "Auto-Submitted": "auto-generated",
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
}

function transportTo(url: string): Transporter {
  if (holder.colloquyMail?.url === url) return holder.colloquyMail.transport
  closeMail()
  const patience = { connectionTimeout: PATIENCE, greetingTimeout: PATIENCE, socketTimeout: PATIENCE }
  const transport = createTransport({ url, pool: true, maxConnections: 2, ...patience })
  holder.colloquyMail = { url, transport }
  return transport
}

/** Ends the connections to the mail server: at shutdown. */
export function closeMail(): void {
  holder.colloquyMail?.transport.close()
  holder.colloquyMail = undefined
}
