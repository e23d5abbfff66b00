import { createTranslator } from "next-intl"
import { loadMessages } from "@/lib/platform/messages"

/** Stands in the place of next-intl's own outside Next. */
export const getTranslations = async (namespace?: string) =>
  createTranslator({ locale: "en", messages: loadMessages("en"), namespace: namespace as never })
