import "server-only"
import { getTranslations } from "next-intl/server"
import type { Refusal } from "@/lib/access/refusal"

/** The sentence for a refusal, in the person's language. */
export async function refusalMessage(refusal: Refusal): Promise<string> {
  const [room, name] = refusal.code.split(".")
  const translate = await getTranslations()
  const key = `${room}.refusals.${name}`
  return translate.has(key) ? translate(key, refusal.params) : translate("common.refusals.refused")
}
