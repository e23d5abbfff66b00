"use client"

import { type AbstractIntlMessages, NextIntlClientProvider, useMessages } from "next-intl"
import { type ReactNode, useMemo } from "react"

/** Adds messages to those of the surroundings. */
export function MessagesProvider({
  messages,
  children,
}: {
  messages: AbstractIntlMessages
  children: ReactNode
}) {
  const outer = useMessages()
  const all = useMemo(() => ({ ...outer, ...messages }), [outer, messages])
  return <NextIntlClientProvider messages={all}>{children}</NextIntlClientProvider>
}
