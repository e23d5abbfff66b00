import type { ChildProcess } from "node:child_process"
import type { AddressInfo } from "node:net"
import { SMTPServer } from "smtp-server"
import { forkBundled } from "@/tests/support/scale/fork-bundled"

/** A mail server that takes everything, and keeps who it was for. */
export async function startMailServer() {
  const to: string[] = []
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    logger: false,
    onData: (stream, session, done) => {
      to.push(...session.envelope.rcptTo.map(({ address }) => address))
      stream.on("end", done)
      stream.resume()
    },
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const { port } = server.server.address() as AddressInfo
  const environment = {
    SMTP_URL: `smtp://127.0.0.1:${port}`,
    MAIL_FROM: "Colloquy <colloquy@example.org>",
    COLLOQUY_URL: "https://colloquy.example.org",
  }
  return { to, environment, stop: () => new Promise<void>((resolve) => server.close(() => resolve())) }
}

/** So many processes send the mails that are due at `now`, all at once. Answers how many each sent. */
export async function sendFromProcesses(
  count: number,
  call: { now: Date; environment: Record<string, string> },
): Promise<number[]> {
  const args = [call.now.toISOString()]
  const children: ChildProcess[] = []
  for (let number = 0; number < count; number++)
    children.push(await forkBundled("send-digests", { environment: call.environment, args }))
  const heard = () => Promise.all(children.map(nextMessage))
  await heard()
  for (const child of children) child.send("go")
  return ((await heard()) as { sent: number }[]).map(({ sent }) => sent)
}

const nextMessage = (child: ChildProcess): Promise<unknown> =>
  new Promise((resolve, reject) => {
    child.once("message", resolve)
    child.once("exit", (code) => reject(new Error(`a sender of mails ended with ${code}`)))
  })
