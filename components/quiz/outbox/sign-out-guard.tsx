"use client"

import { useTranslations } from "next-intl"
import { AlertDialog as Radix } from "radix-ui"
import { useEffect, useState } from "react"
import { countStored } from "@/components/quiz/outbox/stored-answers"
import { type Sending, useSending } from "@/components/quiz/outbox/use-sending"
import { Button } from "@/components/ui/button"
import { overlayStyle, windowStyle } from "@/components/ui/dialog"

/**
 * Stands before every form of the page that signs out, while answers of this person are on this device only: they are
 * sent first, and where that cannot be, the person says what to do. Nothing is lost either way.
 */
export function SignOutGuard({ personId }: { personId: string }) {
  const [form, setForm] = useState<HTMLFormElement | null>(null)
  const sending = useSending(personId)
  const { send } = sending
  useEffect(() => {
    const onSubmit = (event: SubmitEvent) => {
      const asked = event.target
      if (!(asked instanceof HTMLFormElement) || asked.getAttribute("action") !== "/sign-out") return
      if (countStored(personId) === 0) return
      event.preventDefault()
      // A menu in the browser's top layer would lie over the window.
      asked.closest<HTMLElement>("[popover]")?.hidePopover()
      setForm(asked)
    }
    document.addEventListener("submit", onSubmit, true)
    return () => document.removeEventListener("submit", onSubmit, true)
  }, [personId])
  const [tries, setTries] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each press of "Try again" is another try
  useEffect(() => {
    if (!form) return
    let isWanted = true
    void send().then((isDone) => isDone && isWanted && form.submit())
    // Whoever decides to stay is not signed out by a try that ends later.
    return () => {
      isWanted = false
    }
  }, [form, send, tries])
  if (!form) return null
  return (
    <Radix.Root open onOpenChange={(open) => !open && setForm(null)}>
      <Radix.Portal>
        <Radix.Overlay className={overlayStyle} />
        <Radix.Content className={windowStyle} onCloseAutoFocus={(event) => focusMenu(event, form)}>
          <Question sending={sending} />
          <div className="mt-5 flex flex-wrap justify-end gap-2">
            <Acts
              busy={sending.busy}
              onAgain={() => !sending.busy && setTries(tries + 1)}
              onLeave={() => form.submit()}
            />
          </div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

function Question({ sending: { count, busy, why } }: { sending: Sending }) {
  const words = useTranslations("quiz.outbox")
  return (
    <>
      <Radix.Title className="mb-2 font-semibold text-20">{words("onlyHere", { count })}</Radix.Title>
      <Radix.Description asChild>
        <div className="grid gap-2 text-ink-2">
          <p role="status">
            {busy || !why ? words("sending", { count }) : words(`signOut.${why}`, { count })}
          </p>
          <p>{words("signOut.kept", { count })}</p>
        </div>
      </Radix.Description>
    </>
  )
}

type ActsProps = { busy: boolean; onAgain: () => void; onLeave: () => void }

function Acts({ busy, onAgain, onLeave }: ActsProps) {
  const words = useTranslations("quiz.outbox")
  return (
    <>
      <Radix.Cancel asChild>
        <Button variant="quiet">{words("stay")}</Button>
      </Radix.Cancel>
      <Button variant="line" onClick={onLeave}>
        {words("anyway")}
      </Button>
      <Button variant="main" aria-disabled={busy || undefined} onClick={onAgain}>
        {words("again")}
      </Button>
    </>
  )
}

/** The button that was pressed is in a menu that is closed now: its opener gets the focus back. */
function focusMenu(event: Event, form: HTMLFormElement): void {
  const menu = form.closest("[popover]")
  const opener = menu && document.querySelector<HTMLElement>(`[popovertarget="${CSS.escape(menu.id)}"]`)
  if (!opener) return
  event.preventDefault()
  opener.focus()
}
