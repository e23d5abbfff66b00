"use client"

import type { ComponentProps } from "react"

type ScriptedFormProps = Omit<ComponentProps<"form">, "action" | "onSubmit" | "method"> & {
  onSend: () => unknown
}

/**
 * A form that only its script can send. A press that comes before the script is kept by React until it is there, so that
 * nothing typed gets into an address. Sent by hand after that, because React empties a form after its action.
 */
export function ScriptedForm({ onSend, ...rest }: ScriptedFormProps) {
  return (
    <form
      {...rest}
      action={() => void onSend()}
      onSubmit={(event) => {
        event.preventDefault()
        onSend()
      }}
    />
  )
}
