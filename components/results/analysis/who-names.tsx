"use client"

import { createContext, type ReactNode, useContext } from "react"

export type WhoNames = {
  /** Where each name leads. */
  base: string
  /** Enrolment and name, once for the whole page: numbers name their students by place in this list. */
  people: readonly (readonly [enrolmentId: string, name: string])[]
  /** "3 students", by number. */
  words: readonly string[]
}

const Names = createContext<WhoNames>({ base: "", people: [], words: [] })

/** Around numbers that open whom they count. */
export function WhoNamesProvider({ children, ...names }: WhoNames & { children: ReactNode }) {
  return <Names value={names}>{children}</Names>
}

export const useWhoNames = (): WhoNames => useContext(Names)
