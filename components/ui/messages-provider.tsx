"use client"

import { NextIntlClientProvider, useLocale, useMessages } from "next-intl"
import type { ReactNode } from "react"
import { mergeOnce, readMessages, type Tree } from "@/components/ui/pick-messages"

type MessagesProviderProps = {
  /** See `writeMessages`. */
  text: string
  children: ReactNode
}

/** Adds messages to those of the surroundings. */
export function MessagesProvider({ text, children }: MessagesProviderProps) {
  const locale = useLocale()
  const outer = useMessages()
  return (
    <NextIntlClientProvider locale={locale} messages={mergeOnce(outer as Tree, readMessages(text))}>
      {children}
    </NextIntlClientProvider>
  )
}

/** The outermost of them. Instants are shown in the school's zone, never in next-intl's. */
export function FirstMessages({ locale, text, children }: MessagesProviderProps & { locale: string }) {
  return (
    <NextIntlClientProvider locale={locale} timeZone="UTC" messages={readMessages(text)}>
      {children}
    </NextIntlClientProvider>
  )
}
