"use client"

import { createContext, type ReactNode, useContext, useMemo } from "react"

export type WhoNames = {
  /** Where each name leads. */
  base: string
  /** Enrolment and name, once for the whole page: numbers name their students by place in this list. */
  people: readonly (readonly [enrolmentId: string, name: string])[]
  /** "3 students", by number. */
  words: readonly string[]
}

type WhoNamesProps = {
  base: string
  /** `people` and `words` as JSON: what is sent costs by the value, and this is one. */
  told: string
  children: ReactNode
}

const Names = createContext<WhoNames>({ base: "", people: [], words: [] })

/** Around numbers that open whom they count. */
export function WhoNamesProvider({ base, told, children }: WhoNamesProps) {
  const names = useMemo((): WhoNames => ({ base, ...JSON.parse(told) }), [base, told])
  return <Names value={names}>{children}</Names>
}

export const useWhoNames = (): WhoNames => useContext(Names)
