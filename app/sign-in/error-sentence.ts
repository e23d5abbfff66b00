import "server-only"
import { refusalMessage } from "@/lib/platform/refusal-message"

/** What next-auth's own doors say went wrong: one of our codes, or one of its own words, which are about a provider. */
export function errorSentence(error: string | string[]): Promise<string> {
  const word = typeof error === "string" ? error : ""
  const ours = /^people\.[A-Za-z]+$/.test(word) ? word : null
  const theirs = word === "CredentialsSignin" ? "people.signInWrong" : "people.providerFailed"
  return refusalMessage({ kind: "unauthenticated", code: ours ?? theirs, params: { minutes: 10 } })
}
