"use client"

import { Check, Copy } from "lucide-react"
import { useState } from "react"
import { Button } from "@/components/ui/button"

type CopyButtonProps = { text: string; label: string; doneLabel: string }

/** Puts a text on the clipboard, also on a plain-HTTP address, where browsers keep the newer way to themselves. */
export function CopyButton({ text, label, doneLabel }: CopyButtonProps) {
  const [done, setDone] = useState(false)
  const copy = async () => {
    setDone(await copyText(text))
    setTimeout(() => setDone(false), 3_000)
  }
  return (
    <Button variant="quiet" dense onClick={copy}>
      {done ? <Check aria-hidden /> : <Copy aria-hidden />}
      <span aria-live="polite">{done ? doneLabel : label}</span>
    </Button>
  )
}

async function copyText(text: string): Promise<boolean> {
  if (navigator.clipboard) {
    const written = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    )
    if (written) return true
  }
  return copyByHand(text)
}

function copyByHand(text: string): boolean {
  const area = document.createElement("textarea")
  area.value = text
  area.style.cssText = "position:fixed;inset-block-start:0;opacity:0"
  // Within an open window the focus is held there, so the field has to stand there too.
  const home = document.querySelector('[role="dialog"]') ?? document.body
  home.append(area)
  area.select()
  const copied = document.execCommand("copy")
  area.remove()
  return copied
}
