"use client"

import { createContext, useContext } from "react"

/** Why the surrounding form was refused; `field` names the control it is about, if it is about one. */
export type FormRefusal = { message: string; field?: string }

export const FormRefusalContext = createContext<FormRefusal | null>(null)

/** The sentence for the control of this name, or null. */
export function useFieldRefusal(name: string): string | null {
  const refusal = useContext(FormRefusalContext)
  return refusal?.field === name ? refusal.message : null
}
