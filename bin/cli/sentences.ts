import { createTranslator } from "use-intl/core"
import type { Refusal } from "@/lib/access/refusal"
import { loadMessages } from "@/lib/platform/messages"
import type { Say } from "./command"

const messages = loadMessages("en")
const translate = createTranslator({ locale: "en", messages })
type Key = Parameters<typeof translate>[0]

export const say: Say = (key, params) => translate(`cli.commands.${key}` as Key, params)

/** The sentence of any room's message file, or of nothing. */
export const sentenceOf = (key: string, params?: Record<string, string | number>): string =>
  translate.has(key as Key) ? translate(key as Key, params) : key

/** The sentence of a refusal; its code where no sentence was written. */
export function refusalSentence({ code, params }: Refusal): string {
  const [room, name] = code.split(".")
  const key = `${room}.refusals.${name}`
  return translate.has(key as Key) ? translate(key as Key, params) : code
}
