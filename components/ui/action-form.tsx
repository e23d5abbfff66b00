"use client"

import {
  type ComponentProps,
  type FormEvent,
  type ReactNode,
  startTransition,
  useActionState,
  useEffect,
  useRef,
} from "react"
import { cn } from "@/components/ui/cn"
import { FormRefusalContext } from "@/components/ui/form-refusal"
import { Notice } from "@/components/ui/notice"
import { readForm } from "@/components/ui/read-form"

/** What a server action answers: see lib/platform/run-action. */
export type ActionResult<T> =
  | { ok: true; value: T }
  | { ok: false; message: string; code: string; field?: string }

type ActionFormProps<T> = Omit<ComponentProps<"form">, "action" | "onSubmit" | "onError"> & {
  action: (input: unknown) => Promise<ActionResult<T>>
  /** Values that go with the form without being shown, such as the id of what is changed. */
  values?: Record<string, unknown>
  /** Turns the form into the action's input; without it, names become keys (see `readForm`). */
  toInput?: (form: FormData) => unknown
  onDone?: (value: T) => void
  /** Shown when it went well, where the page itself does not show it. */
  doneMessage?: ReactNode
  /** Empties the form when it went well. */
  resetWhenDone?: boolean
}

/**
 * A form around a server action. A refusal shows at its field, or on top, and is focused; what was typed stays.
 * A second press while the first is under way does nothing.
 */
export function ActionForm<T>(props: ActionFormProps<T>) {
  const { action, values, toInput, onDone, doneMessage, resetWhenDone, className, children, ...rest } = props
  const form = useRef<HTMLFormElement>(null)
  const [result, submit, pending] = useActionState(
    async (_last: ActionResult<T> | null, data: FormData) =>
      action(toInput ? toInput(data) : { ...readForm(data), ...values }),
    null,
  )
  useAfterResult(form, result, { onDone, resetWhenDone })
  // Submitting by hand, because React empties a form after its action, and a refusal must lose nothing.
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (pending) return
    const data = new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter)
    startTransition(() => submit(data))
  }
  const refusal = result && !result.ok ? result : null
  return (
    <FormRefusalContext value={refusal}>
      <form ref={form} action={submit} onSubmit={onSubmit} className={cn("grid gap-5", className)} {...rest}>
        {refusal && !hasControl(form.current, refusal.field) && (
          <Notice kind="error" data-refusal>
            {refusal.message}
          </Notice>
        )}
        {children}
        {result?.ok && doneMessage && <Notice kind="success">{doneMessage}</Notice>}
      </form>
    </FormRefusalContext>
  )
}

function useAfterResult<T>(
  form: { current: HTMLFormElement | null },
  result: ActionResult<T> | null,
  { onDone, resetWhenDone }: Pick<ActionFormProps<T>, "onDone" | "resetWhenDone">,
): void {
  const done = useRef({ onDone, resetWhenDone })
  done.current = { onDone, resetWhenDone }
  useEffect(() => {
    if (!result) return
    if (!result.ok) return focusRefusal(form.current, result.field)
    if (done.current.resetWhenDone) form.current?.reset()
    done.current.onDone?.(result.value)
  }, [form, result])
}

const controlOf = (form: HTMLFormElement | null, field: string | undefined): HTMLElement | null =>
  field
    ? (form?.querySelector<HTMLElement>(`[name="${CSS.escape(field)}"]:not([type="hidden"])`) ?? null)
    : null

const hasControl = (form: HTMLFormElement | null, field: string | undefined): boolean =>
  controlOf(form, field) !== null

function focusRefusal(form: HTMLFormElement | null, field: string | undefined): void {
  const target = controlOf(form, field) ?? form?.querySelector<HTMLElement>("[data-refusal]")
  target?.focus()
}
