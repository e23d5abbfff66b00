"use client"

import { type AbstractIntlMessages, NextIntlClientProvider, useLocale, useMessages } from "next-intl"
import { type ReactNode, useMemo } from "react"
import { mergeMessages, type Tree } from "@/components/ui/pick-messages"

/** Adds messages to those of the surroundings. */
export function MessagesProvider({
  messages,
  children,
}: {
  messages: AbstractIntlMessages
  children: ReactNode
}) {
  const locale = useLocale()
  const outer = useMessages()
  const all = useMemo(() => mergeMessages(outer as Tree, messages as Tree), [outer, messages])
  return (
    <NextIntlClientProvider locale={locale} messages={all}>
      {children}
    </NextIntlClientProvider>
  )
}
